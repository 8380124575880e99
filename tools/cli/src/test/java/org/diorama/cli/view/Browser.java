package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.diorama.cli.Shell;
import org.junit.jupiter.api.Assumptions;

/** Chromium without a window. */
final class Browser {
  private final Path folder;

  /**
   * @param folder for its profile and pictures
   */
  Browser(Path folder) {
    this.folder = folder;
  }

  /** Where there is none the test says so and ends. */
  static void require() throws InterruptedException {
    try {
      Shell.run("chromium", "--version");
    } catch (IOException e) {
      Assumptions.abort("NOT TESTED: pages need chromium: " + e.getMessage());
    }
  }

  /**
   * The page's elements after its script has run.
   *
   * @param state what follows the # of its address
   */
  String elements(Path page, String state) throws IOException, InterruptedException {
    return run(page, state, "--dump-dom");
  }

  /** A picture of the page, 900 x 700 pixels. */
  BufferedImage picture(Path page, String state) throws IOException, InterruptedException {
    Path file = folder.resolve("page.png");
    Files.deleteIfExists(file);
    run(page, state, "--screenshot=" + file);
    return ImageIO.read(file.toFile());
  }

  private String run(Path page, String state, String what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("chromium");
    command.addAll(
        List.of(
            "--headless",
            // As root there is no other way; the page is the test's own.
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            "--window-size=900,700",
            "--virtual-time-budget=5000",
            "--user-data-dir=" + folder.resolve("profile"),
            what,
            page.toUri() + "#" + state));
    return Shell.run(command.toArray(String[]::new));
  }
}
