package org.diorama.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.diorama.core.label.pixel.EqualNeighbors;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.PanopticColors;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.png.Filter;
import org.diorama.dataset.png.PixelFormat;
import org.diorama.dataset.png.PngEncoder;

/**
 * What the images of whole numbers hold, before they are encoded. Buffers are reused: one object
 * belongs to one thread at a time, and the rows of one kind at a time are read.
 */
public final class LabelImages {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private int[] colorRow = new int[0];
  private float[] numberRow = new float[0];
  private short[] shortRow = new short[0];

  /** Channels and bits of an image. */
  public static PixelFormat format(Kind kind, LabelledView labelled) {
    return switch (kind) {
      case IMAGE, ALBEDO, PANOPTIC -> PixelFormat.RGB_8;
      case NOCS -> PixelFormat.RGB_16;
      case FLOW_STATE, FLOW_BACKWARD_STATE -> PixelFormat.GRAY_8;
      case SEMANTIC -> labelled.meanings().isWide() ? PixelFormat.GRAY_16 : PixelFormat.GRAY_8;
      case DEPTH, DISTANCE, INSTANCE, PARTS -> PixelFormat.GRAY_16;
      default -> throw new IllegalArgumentException(kind + " is no image of whole numbers");
    };
  }

  static Filter filter(Kind kind) {
    return kind == Kind.IMAGE || kind == Kind.ALBEDO ? Filter.SUB : Filter.UP;
  }

  /** Its rows. */
  public PngEncoder.RowSource rows(Kind kind, LabelledView labelled) {
    RenderedView view = labelled.view();
    LabelRules rules = labelled.frame().labels();
    reserve(view.width());
    return switch (kind) {
      case IMAGE -> rgb(view, Channel.COLOR);
      case ALBEDO -> rgb(view, Channel.ALBEDO);
      case DEPTH -> steps(labelled.pixels().depth(), view.width(), rules);
      case DISTANCE -> steps(labelled.pixels().distance(), view.width(), rules);
      case INSTANCE -> instance(view);
      case SEMANTIC -> semantic(view, labelled.meanings());
      case PANOPTIC -> panoptic(view, labelled.meanings());
      case NOCS -> unit(labelled);
      case PARTS -> parts(labelled);
      case FLOW_STATE -> labelled.flow(FrameInstant.NEXT_STEP)::states;
      case FLOW_BACKWARD_STATE -> labelled.flow(FrameInstant.PREVIOUS_STEP)::states;
      default -> throw new IllegalArgumentException(kind + " is no image of whole numbers");
    };
  }

  private PngEncoder.RowSource parts(LabelledView labelled) {
    PartIds parts = labelled.parts();
    int width = labelled.view().width();
    return (y, row) -> {
      parts.fill(y, shortRow);
      put16(row, shortRow, width);
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
        // Rounded half up, exactly: in double precision the sum is.
        put16(row, i, Float.isNaN(value) ? 0 : (int) (65534 * value + 1.5));
      }
    };
  }

  private void reserve(int width) {
    if (shortRow.length < width) {
      colorRow = new int[width];
      numberRow = new float[3 * width];
      shortRow = new short[width];
    }
  }

  private PngEncoder.RowSource rgb(RenderedView view, Channel channel) {
    IntBuffer plane = view.plane(channel).duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, colorRow, 0, width);
      put24(row, colorRow, width);
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
      put16(row, shortRow, width);
    };
  }

  private PngEncoder.RowSource semantic(RenderedView view, InstanceMeanings meanings) {
    int width = view.width();
    if (meanings.isWide()) {
      // Ids that were read make room for what they mean.
      PngEncoder.RowSource runs =
          runs(
              view,
              (id, start, end, row) ->
                  Arrays.fill(shortRow, start, end, (short) meanings.semantic(id)));
      return (y, row) -> {
        runs.fill(y, row);
        put16(row, shortRow, width);
      };
    }
    return runs(
        view, (id, start, end, row) -> Arrays.fill(row, start, end, (byte) meanings.semantic(id)));
  }

  private PngEncoder.RowSource panoptic(RenderedView view, InstanceMeanings meanings) {
    PngEncoder.RowSource runs =
        runs(
            view,
            (id, start, end, row) ->
                Arrays.fill(colorRow, start, end, PanopticColors.color(meanings.panoptic(id))));
    return (y, row) -> {
      runs.fill(y, row);
      put24(row, colorRow, view.width());
    };
  }

  /**
   * What is made of the neighbors in a row, from one column to that before another, with one id.
   */
  @FunctionalInterface
  private interface RunSink {
    void put(int id, int start, int end, byte[] row);
  }

  private PngEncoder.RowSource runs(RenderedView view, RunSink sink) {
    ShortBuffer plane = instances(view);
    int width = view.width();
    return (y, row) -> {
      plane.get(y * width, shortRow, 0, width);
      for (int x = 0; x < width; ) {
        int end = EqualNeighbors.end(shortRow, x, width);
        sink.put(Short.toUnsignedInt(shortRow[x]), x, end, row);
        x = end;
      }
    };
  }

  /** Instance ids row by row. */
  static ShortBuffer instances(RenderedView view) {
    return view.plane(Channel.INSTANCE).duplicate().order(ByteOrder.nativeOrder()).asShortBuffer();
  }

  /** The first so many numbers, the higher byte first. */
  private static void put16(byte[] row, short[] numbers, int count) {
    ByteBuffer.wrap(row).asShortBuffer().put(numbers, 0, count);
  }

  /** The lower three bytes of the first so many numbers, the lowest first. */
  private static void put24(byte[] row, int[] numbers, int count) {
    int last = count - 1;
    // Two at a time; the two bytes behind are overwritten by the next ones' first.
    int x = 0;
    for (; x < last - 1; x += 2) {
      long two = numbers[x] & 0xffffff | (long) numbers[x + 1] << 24;
      EIGHT_BYTES.set(row, 3 * x, two);
    }
    for (; x <= last; x++) {
      row[3 * x] = (byte) numbers[x];
      row[3 * x + 1] = (byte) (numbers[x] >>> 8);
      row[3 * x + 2] = (byte) (numbers[x] >>> 16);
    }
  }

  private static void put16(byte[] row, int x, int value) {
    row[2 * x] = (byte) (value >>> 8);
    row[2 * x + 1] = (byte) value;
  }
}
