package org.diorama.core.sky.source;

import org.diorama.core.asset.AssetStore;

/** For skies that need no files. */
public final class NoAssets {
  public static final AssetStore STORE =
      id -> {
        throw new AssertionError(id);
      };

  private NoAssets() {}
}
