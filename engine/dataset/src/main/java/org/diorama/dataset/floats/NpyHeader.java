package org.diorama.dataset.floats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The head of NumPy's array file: NumPy Enhancement Proposal 1, format 1.0. */
public final class NpyHeader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** What the whole head is padded to a multiple of. */
  private static final int ALIGNMENT = 64;

  private NpyHeader() {}

  /**
   * The bytes before the first number, which come in C order.
   *
   * @param type such as {@code <f4}: little-endian, floating point, four bytes
   * @param shape the slowest axis first
   */
  public static byte[] of(String type, int... shape) {
    StringBuilder text = new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, ");
    text.append("'shape': (");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : " ").append(shape[i]);
      // A tuple of one is told from brackets by its comma.
      text.append(i < shape.length - 1 || shape.length == 1 ? "," : "");
    }
    text.append("), }");
    int before = MAGIC.length + 2;
    int whole = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] head = new byte[whole];
    Arrays.fill(head, (byte) ' ');
    System.arraycopy(MAGIC, 0, head, 0, MAGIC.length);
    head[MAGIC.length] = (byte) (whole - before);
    head[MAGIC.length + 1] = (byte) (whole - before >>> 8);
    byte[] dictionary = text.toString().getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(dictionary, 0, head, before, dictionary.length);
    head[whole - 1] = '\n';
    return head;
  }
}
