package org.diorama.dataset.coco;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * COCO's text form of run lengths: from the fourth count on each is the difference to the one two
 * before; a number goes into groups of five bits, least significant first, the sixth bit says that
 * more follow, the last group's fifth bit is the sign; each group is one character from '0' on
 * (LEB128 in six bits; T.-Y. Lin et al., Microsoft COCO, and its mask interface).
 */
final class RunLengthText {
  private static final int FIRST_CHARACTER = 48;
  private static final int MORE = 0x20;
  private static final int SIGN = 0x10;

  private RunLengthText() {}

  static String encode(int[] counts) {
    byte[] text = new byte[counts.length * 2 + 16];
    int length = 0;
    for (int i = 0; i < counts.length; i++) {
      int rest = i > 2 ? counts[i] - counts[i - 2] : counts[i];
      if (length + 7 > text.length) {
        text = Arrays.copyOf(text, text.length * 2);
      }
      boolean more = true;
      while (more) {
        int group = rest & 0x1f;
        rest >>= 5;
        more = rest != ((group & SIGN) == 0 ? 0 : -1);
        text[length++] = (byte) (FIRST_CHARACTER + (more ? group | MORE : group));
      }
    }
    return new String(text, 0, length, StandardCharsets.US_ASCII);
  }

  /**
   * @throws IllegalArgumentException where the text is cut off or holds another character
   */
  static int[] decode(String text) {
    int[] counts = new int[text.length()];
    int used = 0;
    int position = 0;
    while (position < text.length()) {
      long value = 0;
      int shift = 0;
      int group;
      do {
        if (position == text.length()) {
          throw new IllegalArgumentException("run lengths end within a number: " + shorten(text));
        }
        group = text.charAt(position++) - FIRST_CHARACTER;
        if (group < 0 || group > 0x3f || shift > 30) {
          throw new IllegalArgumentException("no run lengths: " + shorten(text));
        }
        value |= (long) (group & 0x1f) << shift;
        shift += 5;
      } while ((group & MORE) != 0);
      if ((group & SIGN) != 0) {
        value |= -1L << shift;
      }
      if (used > 2) {
        value += counts[used - 2];
      }
      if (value != (int) value) {
        throw new IllegalArgumentException("a run of " + value + " pixels: " + shorten(text));
      }
      counts[used++] = (int) value;
    }
    return Arrays.copyOf(counts, used);
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
