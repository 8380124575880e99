package org.diorama.assets.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.assets.worker.ImportedMaterial.AlphaUse;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
import org.lwjgl.stb.STBImageResize;

/** Turns imported materials and the images they name into materials and textures. */
final class MaterialBaker {
  /** Share of an image's pixels that must lie on either side of the cutoff to make it a cut-out. */
  private static final double FEWEST_HOLES = 0.0005;

  private static final double FEWEST_SOLID = 0.01;

  private final Images images;
  private final List<Texture> textures = new ArrayList<>();
  private final Map<String, BakedImage> baked = new HashMap<>();

  MaterialBaker(Images images) {
    this.images = images;
  }

  /** Number of a texture, and whether its alpha cuts holes. */
  private record BakedImage(int texture, boolean cutOut) {
    static final BakedImage NONE = new BakedImage(Material.NO_TEXTURE, false);
  }

  /** Every texture that materials baked so far refer to. */
  List<Texture> textures() {
    return textures;
  }

  Material bake(ImportedMaterial material) throws IOException {
    BakedImage base = baseColor(material);
    return new Material(
        material.name(),
        material.baseColor(),
        material.metallic(),
        material.roughness(),
        material.emission(),
        base.texture(),
        plain(material.normalImage()),
        plain(material.metallicRoughnessImage()),
        base.cutOut() ? AlphaMode.MASK : AlphaMode.OPAQUE,
        material.alphaCutoff(),
        material.finish());
  }

  private int plain(Optional<String> name) throws IOException {
    if (name.isEmpty()) {
      return Material.NO_TEXTURE;
    }
    String key = "data " + name.get();
    if (!baked.containsKey(key)) {
      Optional<RgbaImage> image = images.load(name.get());
      baked.put(key, image.isEmpty() ? BakedImage.NONE : add(image.get(), false, false));
    }
    return baked.get(key).texture();
  }

  private BakedImage baseColor(ImportedMaterial material) throws IOException {
    if (material.baseColorImage().isEmpty() && material.opacityImage().isEmpty()) {
      return BakedImage.NONE;
    }
    String key =
        "color "
            + material.baseColorImage()
            + material.opacityImage()
            + material.alpha()
            + material.alphaCutoff();
    if (!baked.containsKey(key)) {
      Optional<RgbaImage> image = colorWithOpacity(material);
      boolean cutOut =
          image.isPresent()
              && material.alpha() == AlphaUse.CUT_OUT
              && hasHoles(image.get(), material.alphaCutoff());
      baked.put(key, image.isEmpty() ? BakedImage.NONE : add(image.get(), true, cutOut));
    }
    return baked.get(key);
  }

  private Optional<RgbaImage> colorWithOpacity(ImportedMaterial material) throws IOException {
    Optional<RgbaImage> color =
        material.baseColorImage().isEmpty()
            ? Optional.empty()
            : images.load(material.baseColorImage().get());
    Optional<RgbaImage> opacity =
        material.opacityImage().isEmpty()
            ? Optional.empty()
            : images.load(material.opacityImage().get());
    if (opacity.isEmpty()) {
      return color;
    }
    try (RgbaImage mask = opacity.get()) {
      RgbaImage result = color.orElseGet(() -> RgbaImage.white(mask.width(), mask.height()));
      try (RgbaImage fitting =
          mask.resize(
              result.width(), result.height(), false, STBImageResize.STBIR_FILTER_DEFAULT)) {
        // An opacity image says it by its alpha where it has any, else by its brightness.
        boolean byAlpha = mask.hasAlpha();
        for (int pixel = 0; pixel < result.pixelCount(); pixel++) {
          result.setAlpha(pixel, byAlpha ? fitting.alpha(pixel) : fitting.red(pixel));
        }
      }
      return Optional.of(result);
    }
  }

  private static boolean hasHoles(RgbaImage image, double cutoff) {
    int holes = 0;
    for (int pixel = 0; pixel < image.pixelCount(); pixel++) {
      if (image.alpha(pixel) < cutoff * 255) {
        holes++;
      }
    }
    double share = (double) holes / image.pixelCount();
    return share >= FEWEST_HOLES && share <= 1 - FEWEST_SOLID;
  }

  private BakedImage add(RgbaImage image, boolean srgb, boolean cutOut) {
    try (image) {
      textures.add(TextureBaker.bake(image, srgb, cutOut));
    }
    return new BakedImage(textures.size() - 1, cutOut);
  }
}
