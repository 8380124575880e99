package org.diorama.core.asset;

/** Whether a surface is solid everywhere or only where its alpha reaches the cutoff. */
public enum AlphaMode {
  OPAQUE,
  MASK
}
