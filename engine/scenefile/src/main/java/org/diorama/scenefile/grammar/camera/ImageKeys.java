package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.ImageDescription;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.WholeKind;

/** Keys of {@code image}. */
public final class ImageKeys {
  static final Key<Long> WIDTH =
      Key.withDefault("width", new WholeKind(1, ImageDescription.MAX_SIDE), "640", "In pixels.")
          .example("1920");
  static final Key<Long> HEIGHT =
      Key.withDefault("height", new WholeKind(1, ImageDescription.MAX_SIDE), "480", "In pixels.")
          .example("1080");
  static final Key<Long> SAMPLES =
      Key.withDefault("samples", new WholeKind(1, 1), "1", "Color samples a pixel.");

  public static final MapKind<ImageDescription> KIND =
      new MapKind<>(
          List.of(WIDTH, HEIGHT, SAMPLES),
          values ->
              Optional.of(
                  new ImageDescription(
                      values.get(WIDTH).intValue(),
                      values.get(HEIGHT).intValue(),
                      values.get(SAMPLES).intValue())));

  private ImageKeys() {}
}
