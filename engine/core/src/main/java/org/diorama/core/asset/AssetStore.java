package org.diorama.core.asset;

import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sky.image.SkyImage;

/** Gives renderers the models that draws refer to. Safe for use by several threads. */
public interface AssetStore {
  /**
   * The baked model of an asset. Repeated calls may return the same object.
   *
   * @throws DioramaException BAD_INPUT where it is unknown or cannot be imported
   */
  Model model(String assetId);

  /**
   * The model that a frame was sampled with.
   *
   * @param digest of the model then
   * @throws DioramaException BAD_INPUT as {@link #model(String)}, and where it is another one now
   */
  default Model model(String assetId, String digest) {
    Model model = model(assetId);
    if (!model.digest().equals(digest)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "asset "
              + assetId
              + " changed since the frame was sampled: its digest is "
              + model.digest()
              + ", not "
              + digest);
    }
    return model;
  }

  /**
   * An image of a sky.
   *
   * @param file as the scene names it
   * @throws DioramaException BAD_INPUT where there is none that may be read, or it is damaged
   */
  default SkyImage skyImage(String file) {
    throw new DioramaException(ExitStatus.BAD_INPUT, "there are no images of skies here");
  }

  /**
   * A model in procedural surfaces: the same vertices, triangles, levels and hierarchies, other
   * materials, textures and texture coordinates. Equal surfaces of any models share one {@link
   * Texture} object while both are in use.
   *
   * @throws DioramaException BAD_INPUT where there are none
   */
  default Model dress(Model model, Dress dress) {
    throw new DioramaException(ExitStatus.BAD_INPUT, "there are no procedural surfaces here");
  }
}
