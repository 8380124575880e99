package org.diorama.core.light;

/** How exposed linear values become what a display shows. */
public enum ToneCurve {
  /**
   * Linear up to four fifths of the display's white, each channel for itself, then an even shoulder
   * with the same slope that tends to white: colors stay as they are lit.
   */
  NEUTRAL,
  /**
   * AgX: a curve over 16.5 stops in a narrower space of primaries, in which bright colors tend to
   * white as on film (Sobotka, AgX, 2022; the curve as fitted by Wrensch, Minimal AgX
   * Implementation, 2023).
   */
  FILMIC;

  /** Stops between black and white of the filmic curve. */
  public static final double STOPS = 16.5;
}
