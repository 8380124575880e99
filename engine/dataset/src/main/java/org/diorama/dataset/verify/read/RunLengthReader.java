package org.diorama.dataset.verify.read;

import org.diorama.dataset.verify.finding.Fault;

/**
 * Reads COCO's run lengths: counts of pixels outside and inside by turns, down the columns. Their
 * text holds each count as a signed number of base 32, lowest digit first, in characters from '0'
 * on; 32 more than the digit says that another follows, and from the fourth count on the number is
 * what it exceeds the one two before by (Lin et al., Microsoft COCO, 2014, and its mask interface).
 */
public final class RunLengthReader {
  private static final int BASE = 32;

  private RunLengthReader() {}

  /**
   * @param text COCO's compressed form
   * @throws FaultyFile MASK_UNREADABLE, or MASK_SIZE where the runs are not as many as the pixels
   */
  public static Mask compressed(int width, int height, String text) throws FaultyFile {
    long[] counts = new long[text.length()];
    int used = 0;
    long number = 0;
    long weight = 1;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit >= 2 * BASE || weight > 1L << 40) {
        throw new FaultyFile(Fault.MASK_UNREADABLE, "character " + i + " is none of run lengths");
      }
      number += weight * (digit % BASE);
      weight *= BASE;
      if (digit >= BASE) {
        continue;
      }
      if (digit >= BASE / 2) {
        number -= weight;
      }
      counts[used] = used < 3 ? number : number + counts[used - 2];
      used++;
      number = 0;
      weight = 1;
    }
    if (weight != 1) {
      throw new FaultyFile(Fault.MASK_UNREADABLE, "the run lengths end within a number");
    }
    return ofCounts(width, height, counts, used);
  }

  /**
   * @param counts the first {@code used} are the runs
   * @throws FaultyFile as above
   */
  public static Mask ofCounts(int width, int height, long[] counts, int used) throws FaultyFile {
    long size = (long) width * height;
    long position = 0;
    SpanList spans = new SpanList();
    for (int i = 0; i < used; i++) {
      long next = position + counts[i];
      if (counts[i] < 0) {
        throw new FaultyFile(Fault.MASK_UNREADABLE, "run " + i + " has " + counts[i] + " pixels");
      }
      if (next > size) {
        break;
      }
      if (i % 2 == 1 && counts[i] > 0) {
        spans.add((int) position, (int) next);
      }
      position = next;
    }
    long sum = 0;
    for (int i = 0; i < used; i++) {
      sum += counts[i];
    }
    if (sum != size) {
      throw new FaultyFile(
          Fault.MASK_SIZE,
          "runs of %d pixels for an image of %d x %d".formatted(sum, width, height));
    }
    return new Mask(width, height, spans.toArray());
  }
}
