package org.diorama.dataset.verify.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Holds a frame that was rendered again from its record against the stored one. By the same
 * renderer on the same class of device every byte is the same; by another one labels differ on
 * edges only, and colors little.
 */
public final class ReplayComparison {
  /** The name of this check. */
  public static final String NAME = "frames rendered again from their records";

  private static final String IMAGES = "images/";

  private final Path stored;
  private final Path again;
  private final boolean sameRenderer;
  private final Findings findings;
  private final Examined examined;

  /**
   * @param stored the dataset
   * @param again a dataset of the same layout with the frames made again
   */
  public ReplayComparison(
      Path stored, Path again, boolean sameRenderer, Findings findings, Examined examined) {
    this.stored = stored;
    this.again = again;
    this.sameRenderer = sameRenderer;
    this.findings = findings;
    this.examined = examined;
  }

  /**
   * Compares one frame.
   *
   * @param recordPath of the stored record, for findings
   * @param record the stored one
   * @param recordAgain of the frame made again
   */
  public void compare(long frame, String recordPath, JsonNode record, JsonNode recordAgain) {
    examined.add(NAME, 1);
    if (sameRenderer && !record.path("views").equals(recordAgain.path("views"))) {
      find(Fault.REPLAY_DIFFERS, recordPath, frame, "the record's labels are others");
    }
    int view = -1;
    for (JsonNode file : recordAgain.path("files")) {
      String path = file.path("path").asString("");
      view += path.startsWith(IMAGES) ? 1 : 0;
      JsonNode pinhole = record.at("/frame/cameras/" + view + "/pinhole");
      try {
        file(frame, path, pinhole.path("width").asInt(), pinhole.path("height").asInt());
      } catch (IOException e) {
        find(Fault.FILE_UNREADABLE, path, frame, e.toString());
      }
    }
  }

  private void file(long frame, String path, int width, int height) throws IOException {
    Path old = stored.resolve(path);
    if (!Files.isRegularFile(old) || Files.mismatch(old, again.resolve(path)) < 0) {
      return;
    }
    Fault fault = path.startsWith(IMAGES) ? Fault.REPLAY_COLOR_DIFFERS : Fault.REPLAY_DIFFERS;
    if (sameRenderer) {
      find(fault, path, frame, "by the same renderer it has other bytes");
      return;
    }
    if (!path.endsWith(".png")) {
      examined.lacking(NAME, "the same renderer, for files of floats");
      return;
    }
    try {
      PixelComparison pixels =
          PixelComparison.of(
              Files.readAllBytes(old), Files.readAllBytes(again.resolve(path)), width, height);
      String difference = path.startsWith(IMAGES) ? pixels.ofColors() : pixels.ofLabels();
      if (!difference.isEmpty()) {
        find(fault, path, frame, difference);
      }
    } catch (FaultyFile e) {
      // Reading the dataset has told that this image is damaged.
      examined.lacking(NAME, "a readable image");
    }
  }

  private void find(Fault fault, String path, long frame, String detail) {
    findings.add(Finding.of(fault, path, detail).ofFrame(frame));
  }

  /** A record as a tree. */
  public static JsonNode tree(byte[] record) {
    try {
      return Json.parse(record);
    } catch (FaultyFile e) {
      throw new IllegalStateException(e);
    }
  }
}
