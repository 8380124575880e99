package org.diorama.core.scene;

import java.util.Locale;

/** How images of 32-bit floating point numbers are kept. */
public enum FloatFiles {
  /** NumPy's array file. */
  NPY,
  /** OpenEXR. */
  EXR;

  /** The end of a file's name with its dot. */
  public String extension() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
