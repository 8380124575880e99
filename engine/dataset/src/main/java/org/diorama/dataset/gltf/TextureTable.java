package org.diorama.dataset.gltf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.dataset.png.Filter;
import org.diorama.dataset.png.PixelFormat;
import org.diorama.dataset.png.PngEncoder;

/** The textures of a file, each once, as PNG. */
final class TextureTable implements AutoCloseable {
  private static final byte ONE = (byte) 255;

  private final BinaryChunk binary;
  private final PngEncoder png = new PngEncoder();
  private final List<Gltf.Image> images = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();

  TextureTable(BinaryChunk binary) {
    this.binary = binary;
  }

  /**
   * What of a texture counts; channels that a drawn value replaces become 1, as texture and factor
   * multiply.
   */
  enum Use {
    COLOR(true, true, true, true),
    ALPHA(true, false, false, false),
    DATA(false, true, true, true),
    ROUGHNESS(false, true, true, false),
    METALLIC(false, true, false, true);

    /** Which encoding glTF expects. */
    private final boolean srgb;

    private final boolean[] kept;

    Use(boolean srgb, boolean red, boolean green, boolean blue) {
      this.srgb = srgb;
      this.kept = new boolean[] {red, green, blue};
    }
  }

  /** Models may share a texture, which is one by the arrays it holds. */
  private record Key(Texture texture, Use use) {}

  /** Number of a model's texture in the file. */
  int texture(Model model, int texture, Use use) {
    return known.computeIfAbsent(
        new Key(model.textures().get(texture), use), key -> add(key.texture(), use));
  }

  private int add(Texture texture, Use use) {
    if (texture.srgb() != use.srgb) {
      throw new IllegalArgumentException(
          "glTF reads colors as sRGB and all else as linear; a texture for " + use + " is not so");
    }
    String name = "texture_" + images.size();
    images.add(new Gltf.Image(name, "image/png", binary.add(encode(texture, use))));
    return images.size() - 1;
  }

  private byte[] encode(Texture texture, Use use) {
    byte[] texels = texture.levels().get(0);
    PixelFormat format = isSolid(texels) ? PixelFormat.RGB_8 : PixelFormat.RGBA_8;
    int channels = format.bytesPerPixel();
    PngEncoder.RowSource rows =
        (y, row) -> {
          for (int x = 0; x < texture.width(); x++) {
            int texel = 4 * (y * texture.width() + x);
            for (int channel = 0; channel < channels; channel++) {
              boolean kept = channel == 3 || use.kept[channel];
              row[x * channels + channel] = kept ? texels[texel + channel] : ONE;
            }
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      png.encode(texture.width(), texture.height(), format, Filter.SUB, rows, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static boolean isSolid(byte[] texels) {
    for (int alpha = 3; alpha < texels.length; alpha += 4) {
      if (texels[alpha] != ONE) {
        return false;
      }
    }
    return true;
  }

  List<Gltf.Image> images() {
    return images;
  }

  /** One for each image. */
  List<Gltf.Texture> textures() {
    List<Gltf.Texture> textures = new ArrayList<>();
    for (int source = 0; source < images.size(); source++) {
      textures.add(new Gltf.Texture(0, source));
    }
    return textures;
  }

  @Override
  public void close() {
    png.close();
  }
}
