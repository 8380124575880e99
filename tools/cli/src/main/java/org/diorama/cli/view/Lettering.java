package org.diorama.cli.view;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** Whether this machine can write text on pictures: a bare one has no font at all. */
public final class Lettering {
  /** What gets the fonts. */
  public static final String REMEDY =
      "apt-get install --no-install-recommends fontconfig fonts-dejavu-core";

  private Lettering() {}

  /** Why text can't be written; empty where it can. */
  public static Optional<String> problem() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
      return graphics.getFontMetrics(font).stringWidth("car") > 0
          ? Optional.empty()
          : Optional.of("empty");
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Java tells a missing font configuration by whichever of these its library ran into.
      return Optional.of(e.getClass().getSimpleName());
    } finally {
      graphics.dispose();
    }
  }

  /**
   * @throws DioramaException NO_RENDERER with the remedy where there is no font
   */
  static void require() {
    problem()
        .ifPresent(
            reason -> {
              throw new DioramaException(
                  ExitStatus.NO_RENDERER,
                  "no font to write names with (" + reason + "); get one: " + REMEDY);
            });
  }
}
