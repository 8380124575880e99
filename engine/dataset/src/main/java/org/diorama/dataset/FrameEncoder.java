package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.png.Filter;
import org.diorama.dataset.png.PixelFormat;
import org.diorama.dataset.png.PngEncoder;

/**
 * Writes the images of a view as they are defined in the dataset. Buffers are reused: one encoder
 * belongs to one thread at a time.
 */
public final class FrameEncoder implements AutoCloseable {
  private final PngEncoder png = new PngEncoder();
  private byte[] colorRow = new byte[0];
  private float[] depthRow = new float[0];
  private short[] instanceRow = new short[0];

  /**
   * Writes one image.
   *
   * @param semantic what each instance becomes in the semantic and panoptic image
   */
  public void encode(
      Kind kind, RenderedView view, LabelRules rules, InstanceMeanings semantic, OutputStream out)
      throws IOException {
    reserve(view.width());
    int w = view.width();
    int h = view.height();
    switch (kind) {
      case IMAGE -> png.encode(w, h, PixelFormat.RGB_8, Filter.SUB, color(view), out);
      case DEPTH -> png.encode(w, h, PixelFormat.GRAY_16, Filter.UP, depth(view, rules), out);
      case INSTANCE -> png.encode(w, h, PixelFormat.GRAY_16, Filter.UP, instance(view), out);
      case SEMANTIC ->
          png.encode(
              w,
              h,
              semantic.isWide() ? PixelFormat.GRAY_16 : PixelFormat.GRAY_8,
              Filter.UP,
              semantic(view, semantic),
              out);
      case PANOPTIC ->
          png.encode(w, h, PixelFormat.RGB_8, Filter.UP, panoptic(view, semantic), out);
    }
  }

  private void reserve(int width) {
    if (depthRow.length < width) {
      colorRow = new byte[4 * width];
      depthRow = new float[width];
      instanceRow = new short[width];
    }
  }

  private PngEncoder.RowSource color(RenderedView view) {
    ByteBuffer plane = view.plane(Channel.COLOR);
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

  private PngEncoder.RowSource depth(RenderedView view, LabelRules rules) {
    FloatBuffer plane = ordered(view, Channel.DEPTH).asFloatBuffer();
    int width = view.width();
    DepthSteps steps = new DepthSteps(rules);
    return (y, row) -> {
      plane.get(y * width, depthRow, 0, width);
      for (int x = 0; x < width; x++) {
        put16(row, x, steps.of(depthRow[x]));
      }
    };
  }

  private PngEncoder.RowSource instance(RenderedView view) {
    ShortBuffer plane = instances(view);
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, instanceRow, 0, width);
      for (int x = 0; x < width; x++) {
        put16(row, x, instanceRow[x]);
      }
    };
  }

  private PngEncoder.RowSource semantic(RenderedView view, InstanceMeanings meanings) {
    ShortBuffer plane = instances(view);
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, instanceRow, 0, width);
      for (int x = 0; x < width; x++) {
        int value = meanings.semantic(Short.toUnsignedInt(instanceRow[x]));
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
      plane.get(y * width, instanceRow, 0, width);
      for (int x = 0; x < width; x++) {
        PanopticColors.put(meanings.panoptic(Short.toUnsignedInt(instanceRow[x])), row, 3 * x);
      }
    };
  }

  /** Instance ids row by row. */
  static ShortBuffer instances(RenderedView view) {
    return ordered(view, Channel.INSTANCE).asShortBuffer();
  }

  private static ByteBuffer ordered(RenderedView view, Channel channel) {
    return view.plane(channel).duplicate().order(ByteOrder.nativeOrder());
  }

  private static void put16(byte[] row, int x, int value) {
    row[2 * x] = (byte) (value >>> 8);
    row[2 * x + 1] = (byte) value;
  }

  @Override
  public void close() {
    png.close();
  }
}
