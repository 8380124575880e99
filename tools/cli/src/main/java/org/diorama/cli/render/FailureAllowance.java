package org.diorama.cli.render;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many frames of a job may fail before the job counts as failed: a share or a number. */
record FailureAllowance(double value, boolean percent) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(%?)");

  /**
   * Reads {@code 0.1%} or {@code 5}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static FailureAllowance parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    boolean percent = matcher.matches() && !matcher.group(2).isEmpty();
    double value = matcher.matches() ? Double.parseDouble(matcher.group(1)) : -1;
    if (value < 0 || (percent ? value > 100 : value != Math.rint(value))) {
      throw new IllegalArgumentException(
          "'" + text + "' is no share of frames; write 0.1% or a whole number");
    }
    return new FailureAllowance(value, percent);
  }

  boolean allows(long failed, long frames) {
    return failed <= (percent ? frames * value / 100 : value);
  }

  @Override
  public String toString() {
    return percent
        ? String.format(Locale.ROOT, "%s%%", value)
        : String.format(Locale.ROOT, "%.0f", value);
  }
}
