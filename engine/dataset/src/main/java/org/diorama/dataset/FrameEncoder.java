package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.render.RenderedView;
import org.diorama.core.scene.FloatFiles;
import org.diorama.dataset.floats.FloatEncoder;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.png.PngEncoder;
import org.diorama.dataset.points.NpzEncoder;
import org.diorama.dataset.points.PlyEncoder;

/**
 * Writes the files of a view as they are defined in the dataset. Buffers are reused: one encoder
 * belongs to one thread at a time.
 */
public final class FrameEncoder implements AutoCloseable {
  private final PngEncoder png = new PngEncoder();
  private final Map<FloatFiles, FloatEncoder> floats = new EnumMap<>(FloatFiles.class);
  private final LabelImages images = new LabelImages();
  private final PlyEncoder ply = new PlyEncoder();
  private final NpzEncoder npz = new NpzEncoder();

  /**
   * Writes one file, which {@link #isMade} of the view; {@code out} stays open.
   *
   * @param floats how files of floats are written
   */
  public void encode(Kind kind, LabelledView labelled, FloatFiles floats, OutputStream out)
      throws IOException {
    RenderedView view = labelled.view();
    switch (kind.form()) {
      case PNG ->
          png.encode(
              view.width(),
              view.height(),
              LabelImages.format(kind, labelled),
              LabelImages.filter(kind),
              images.rows(kind, labelled),
              out);
      case FLOATS ->
          this.floats
              .computeIfAbsent(floats, FloatEncoder::of)
              .encode(
                  view.width(),
                  view.height(),
                  kind.channels(),
                  FloatImages.of(kind, labelled),
                  out);
      case PLY -> ply.encode(labelled.points(), labelled.meanings()::semantic, out);
      case NPZ -> npz.encode(labelled.points(), labelled.meanings()::semantic, out);
    }
  }

  /** Whether a camera has a file of a kind: disparity is that of rectified pairs. */
  public static boolean isMade(Kind kind, LabelledView labelled) {
    return kind != Kind.DISPARITY || labelled.pair().isPresent();
  }

  @Override
  public void close() {
    png.close();
    floats.values().forEach(FloatEncoder::close);
  }
}
