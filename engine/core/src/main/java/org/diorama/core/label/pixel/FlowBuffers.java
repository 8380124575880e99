package org.diorama.core.label.pixel;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.sample.FrameInstant;

/**
 * Memory of the size of an image that finding flow takes, kept from one image to the next. It
 * belongs to one thread at a time; several flows may share it.
 */
public final class FlowBuffers {
  private final PlaneArrays planes = new PlaneArrays();
  private final Map<FrameInstant, States> states = new EnumMap<>(FrameInstant.class);
  private SightThen reader;

  /** The planes of the view that one looks at. */
  PlaneArrays planes(SightThen reader) {
    if (this.reader != reader) {
      reader.read(planes);
      this.reader = reader;
    }
    return planes;
  }

  /** What was found of the flow to an instant. */
  States states(OpticalFlow flow, FrameInstant instant, int pixels) {
    States kept = states.computeIfAbsent(instant, any -> new States());
    kept.belongTo(flow, pixels);
    return kept;
  }

  /** States of an image's surfaces, of the rows that were found so far. */
  static final class States {
    private final BitSet rows = new BitSet();
    private byte[] pixels = new byte[0];
    private OpticalFlow owner;

    private void belongTo(OpticalFlow flow, int count) {
      if (owner != flow) {
        owner = flow;
        rows.clear();
        if (pixels.length < count) {
          pixels = new byte[count];
        }
      }
    }

    boolean has(int y) {
      return rows.get(y);
    }

    void put(int y, byte[] row) {
      System.arraycopy(row, 0, pixels, y * row.length, row.length);
      rows.set(y);
    }

    void get(int y, int width, byte[] row) {
      System.arraycopy(pixels, y * width, row, 0, width);
    }
  }
}
