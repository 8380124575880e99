package org.diorama.assets.process;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the child answers, and how it is written on the wire.
 *
 * @param text the reason, one line fit for people; empty where the bake was written
 */
public record ImportReply(Outcome outcome, String text) {
  private static final int LONGEST_TEXT = 2000;

  /** Whether there is a bake, and whose fault it is if not. */
  public enum Outcome {
    DONE,
    /** The model is at fault. */
    REFUSED,
    /** The disk that the bake should go to is at fault. */
    NOT_WRITTEN
  }

  public ImportReply {
    text = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  public void writeTo(DataOutput out) throws IOException {
    out.writeByte(outcome.ordinal());
    out.writeUTF(text);
  }

  /**
   * @throws IOException where the stream ends, or holds no reply
   */
  public static ImportReply readFrom(DataInput in) throws IOException {
    int ordinal = in.readUnsignedByte();
    if (ordinal >= Outcome.values().length) {
      throw new IOException("no reply");
    }
    return new ImportReply(Outcome.values()[ordinal], in.readUTF());
  }
}
