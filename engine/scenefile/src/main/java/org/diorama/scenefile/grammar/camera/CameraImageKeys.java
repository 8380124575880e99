package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.ImageDescription;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.kind.WholeKind;

/** Keys of a camera's own {@code image}. */
final class CameraImageKeys {
  private static final WholeKind SIDE = new WholeKind(1, ImageDescription.MAX_SIDE);

  static final Key<Long> WIDTH =
      Key.optional("width", SIDE, "Pixels; without it the scene's.").example("1280");
  static final Key<Long> HEIGHT =
      Key.optional("height", SIDE, "Pixels; without it the scene's.").example("720");

  static final Key<Size> IMAGE =
      Key.optional(
          "image",
          new MapKind<>(
              List.of(WIDTH, HEIGHT),
              values -> Optional.of(new Size(values.find(WIDTH), values.find(HEIGHT)))),
          "Size of its images, where it is not the scene's.");

  private CameraImageKeys() {}

  record Size(Optional<Long> width, Optional<Long> height) {}

  /** What a camera takes in a scene whose images are these. */
  static ImageDescription in(ImageDescription image, Values values) {
    Size size = values.find(IMAGE).orElseGet(() -> new Size(Optional.empty(), Optional.empty()));
    return new ImageDescription(
        size.width().map(Long::intValue).orElse(image.width()),
        size.height().map(Long::intValue).orElse(image.height()),
        image.samples());
  }
}
