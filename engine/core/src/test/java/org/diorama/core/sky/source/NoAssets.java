package org.diorama.core.sky.source;

import org.diorama.core.asset.AssetStore;

/** For skies that need no files. */
final class NoAssets {
  static final AssetStore STORE =
      id -> {
        throw new AssertionError(id);
      };

  private NoAssets() {}
}
