package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.floats.FloatEncoder;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.png.Filter;
import org.diorama.dataset.png.PixelFormat;
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
  private final PlyEncoder ply = new PlyEncoder();
  private final NpzEncoder npz = new NpzEncoder();
  private byte[] colorRow = new byte[0];
  private float[] numberRow = new float[0];
  private short[] shortRow = new short[0];

  /**
   * Writes one file, which {@link #isMade} of the view; {@code out} stays open.
   *
   * @param floats how files of floats are written
   */
  public void encode(Kind kind, LabelledView labelled, FloatFiles floats, OutputStream out)
      throws IOException {
    RenderedView view = labelled.view();
    InstanceMeanings meanings = labelled.meanings();
    LabelRules rules = labelled.frame().labels();
    reserve(view.width());
    switch (kind) {
      case IMAGE -> png(view, PixelFormat.RGB_8, Filter.SUB, rgb(view, Channel.COLOR), out);
      case ALBEDO -> png(view, PixelFormat.RGB_8, Filter.SUB, rgb(view, Channel.ALBEDO), out);
      case DEPTH ->
          png(
              view,
              PixelFormat.GRAY_16,
              Filter.UP,
              steps(labelled.pixels().depth(), view.width(), rules),
              out);
      case DISTANCE ->
          png(
              view,
              PixelFormat.GRAY_16,
              Filter.UP,
              steps(labelled.pixels().distance(), view.width(), rules),
              out);
      case INSTANCE -> png(view, PixelFormat.GRAY_16, Filter.UP, instance(view), out);
      case SEMANTIC ->
          png(
              view,
              meanings.isWide() ? PixelFormat.GRAY_16 : PixelFormat.GRAY_8,
              Filter.UP,
              semantic(view, meanings),
              out);
      case PANOPTIC -> png(view, PixelFormat.RGB_8, Filter.UP, panoptic(view, meanings), out);
      case NOCS -> png(view, PixelFormat.RGB_16, Filter.UP, unit(labelled), out);
      case PARTS -> png(view, PixelFormat.GRAY_16, Filter.UP, parts(labelled), out);
      case FLOW_STATE -> states(labelled.flow(FrameInstant.NEXT_STEP), view, out);
      case FLOW_BACKWARD_STATE -> states(labelled.flow(FrameInstant.PREVIOUS_STEP), view, out);
      case POINTS_PLY -> ply.encode(labelled.points(), meanings::semantic, out);
      case POINTS_NPZ -> npz.encode(labelled.points(), meanings::semantic, out);
      case DEPTH_FLOAT, DISTANCE_FLOAT, NORMALS, NORMALS_WORLD, FLOW, FLOW_BACKWARD, DISPARITY ->
          floats(floats)
              .encode(
                  view.width(),
                  view.height(),
                  kind.channels(),
                  FloatImages.of(kind, labelled),
                  out);
    }
  }

  /** Whether a camera has a file of a kind: disparity is that of rectified pairs. */
  public static boolean isMade(Kind kind, LabelledView labelled) {
    return kind != Kind.DISPARITY || labelled.pair().isPresent();
  }

  private void png(
      RenderedView view,
      PixelFormat format,
      Filter filter,
      PngEncoder.RowSource rows,
      OutputStream out)
      throws IOException {
    png.encode(view.width(), view.height(), format, filter, rows, out);
  }

  private PngEncoder.RowSource parts(LabelledView labelled) {
    PartIds parts = labelled.parts();
    int width = labelled.view().width();
    return (y, row) -> {
      parts.fill(y, shortRow);
      for (int x = 0; x < width; x++) {
        put16(row, x, shortRow[x]);
      }
    };
  }

  /** Coordinates from 0 to 1 as steps from 1 to 65535; 0 where there are none. */
  private PngEncoder.RowSource unit(LabelledView labelled) {
    PixelRows coordinates = labelled.coordinates().rows();
    int numbers = 3 * labelled.view().width();
    return (y, row) -> {
      coordinates.fill(y, numberRow);
      for (int i = 0; i < numbers; i++) {
        float value = numberRow[i];
        put16(row, i, Float.isNaN(value) ? 0 : 1 + Math.round(65534 * value));
      }
    };
  }

  private void states(OpticalFlow flow, RenderedView view, OutputStream out) throws IOException {
    png(view, PixelFormat.GRAY_8, Filter.UP, flow::states, out);
  }

  private FloatEncoder floats(FloatFiles form) {
    return floats.computeIfAbsent(form, FloatEncoder::of);
  }

  private void reserve(int width) {
    if (shortRow.length < width) {
      colorRow = new byte[4 * width];
      numberRow = new float[3 * width];
      shortRow = new short[width];
    }
  }

  private PngEncoder.RowSource rgb(RenderedView view, Channel channel) {
    ByteBuffer plane = view.plane(channel);
    int width = view.width();
    return (y, row) -> {
      plane.get(4 * y * width, colorRow, 0, 4 * width);
      for (int from = 0, to = 0; from < 4 * width; from += 4, to += 3) {
        row[to] = colorRow[from];
        row[to + 1] = colorRow[from + 1];
        row[to + 2] = colorRow[from + 2];
      }
    };
  }

  /** Lengths in meters as depth images hold them. */
  private PngEncoder.RowSource steps(PixelRows lengths, int width, LabelRules rules) {
    DepthSteps steps = new DepthSteps(rules);
    return (y, row) -> {
      lengths.fill(y, numberRow);
      for (int x = 0; x < width; x++) {
        put16(row, x, steps.of(numberRow[x]));
      }
    };
  }

  private PngEncoder.RowSource instance(RenderedView view) {
    ShortBuffer plane = instances(view);
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, shortRow, 0, width);
      for (int x = 0; x < width; x++) {
        put16(row, x, shortRow[x]);
      }
    };
  }

  private PngEncoder.RowSource semantic(RenderedView view, InstanceMeanings meanings) {
    ShortBuffer plane = instances(view);
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, shortRow, 0, width);
      for (int x = 0; x < width; x++) {
        int value = meanings.semantic(Short.toUnsignedInt(shortRow[x]));
        if (meanings.isWide()) {
          put16(row, x, value);
        } else {
          row[x] = (byte) value;
        }
      }
    };
  }

  private PngEncoder.RowSource panoptic(RenderedView view, InstanceMeanings meanings) {
    ShortBuffer plane = instances(view);
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, shortRow, 0, width);
      for (int x = 0; x < width; x++) {
        PanopticColors.put(meanings.panoptic(Short.toUnsignedInt(shortRow[x])), row, 3 * x);
      }
    };
  }

  /** Instance ids row by row. */
  static ShortBuffer instances(RenderedView view) {
    return view.plane(Channel.INSTANCE).duplicate().order(ByteOrder.nativeOrder()).asShortBuffer();
  }

  private static void put16(byte[] row, int x, int value) {
    row[2 * x] = (byte) (value >>> 8);
    row[2 * x + 1] = (byte) value;
  }

  @Override
  public void close() {
    png.close();
    floats.values().forEach(FloatEncoder::close);
  }
}
