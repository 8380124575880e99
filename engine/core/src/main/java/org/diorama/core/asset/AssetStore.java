package org.diorama.core.asset;

/** Gives renderers the models that draws refer to. Safe for use by several threads. */
public interface AssetStore {
  /**
   * The baked model of an asset. Repeated calls may return the same object.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where it is unknown or cannot be imported
   */
  Model model(String assetId);
}
