package org.diorama.dataset.yolo;

/**
 * A line of a label file: the class, then numbers in shares of the image's width and height, with
 * six decimals at most. Pixel edges come back from them in images of up to 65,535 pixels.
 */
public final class YoloLine {
  private static final long UNIT = 1_000_000;

  private final StringBuilder text;

  public YoloLine(StringBuilder text, int classIndex) {
    this.text = text;
    text.append(classIndex);
  }

  /**
   * @param dividend over {@code divisor}: the share, [0, 1]
   */
  YoloLine share(long dividend, long divisor) {
    long rounded = (2 * UNIT * dividend + divisor) / (2 * divisor);
    text.append(' ').append(rounded / UNIT);
    long rest = rounded % UNIT;
    if (rest > 0) {
      String digits = Long.toString(UNIT + rest).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append('.').append(digits, 0, end);
    }
    return this;
  }

  /**
   * @param pixels over {@code size}: the share, [0, 1]
   */
  YoloLine position(double pixels, int size) {
    return share(Math.round(pixels / size * UNIT), UNIT);
  }

  YoloLine flag(int value) {
    text.append(' ').append(value);
    return this;
  }

  public void end() {
    text.append('\n');
  }
}
