package org.diorama.opengl.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.diorama.core.asset.Texture;

/** Textures in the texel arena. Models that hold the same texture share its texels. */
final class SharedImages {
  private final Arena texels;

  /** By identity of their levels, as long as anyone holds them. */
  private final Map<Texture, ResidentImage> known = new WeakHashMap<>();

  private final Map<ResidentImage, Integer> users = new HashMap<>();

  SharedImages(Arena texels) {
    this.texels = texels;
  }

  /** Words that a user of a texture adds: none where it is there already. */
  int added(Texture texture, boolean alpha) {
    if (known(texture, alpha) != null) {
      return 0;
    }
    return TexelPacking.words(texture) + (alpha ? TexelPacking.alphaWords(texture) : 0);
  }

  private ResidentImage known(Texture texture, boolean alpha) {
    ResidentImage image = known.get(texture);
    return image == null || alpha != image.alphaWord() >= 0 ? null : image;
  }

  /**
   * Adds a user of a texture; the first one uploads it.
   *
   * @param alpha whether its alpha is tested
   */
  ResidentImage require(Texture texture, boolean alpha) {
    ResidentImage image = known(texture, alpha);
    if (image == null) {
      image = upload(texture, alpha);
      known.put(texture, image);
    }
    users.merge(image, 1, Integer::sum);
    return image;
  }

  /** Takes a user away; the last one frees the texels. */
  void release(ResidentImage image) {
    if (users.merge(image, -1, Integer::sum) == 0) {
      users.remove(image);
      known.values().remove(image);
      texels.free(image.firstTexel(), image.words());
      if (image.alphaWord() >= 0) {
        texels.free(image.alphaWord(), image.alphaWords());
      }
    }
  }

  private ResidentImage upload(Texture texture, boolean alpha) {
    int words = TexelPacking.words(texture);
    int first = texels.allocate(words);
    texels.write(0, first, TexelPacking.texels(texture));
    int alphaWord = -1;
    int alphaWords = alpha ? TexelPacking.alphaWords(texture) : 0;
    if (alpha) {
      alphaWord = texels.allocate(alphaWords);
      texels.write(0, alphaWord, TexelPacking.alpha(texture));
    }
    return new ResidentImage(
        first,
        words,
        texture.width(),
        texture.height(),
        texture.levels().size(),
        alphaWord,
        alphaWords);
  }
}
