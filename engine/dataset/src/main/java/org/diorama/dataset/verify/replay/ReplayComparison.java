package org.diorama.dataset.verify.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.FrameInstant;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Holds a frame that was rendered again from its record against the stored one. By the same
 * renderer on the same class of device every byte is the same; by another one labels differ only
 * where edges pass a pixel's center within 0.01 pixels, see {@link SightComparison}, and colors
 * little.
 */
public final class ReplayComparison {
  /** The name of this check. */
  public static final String NAME = "frames rendered again from their records";

  private static final String IMAGES = "images/";

  private final Path stored;
  private final Path again;
  private final boolean sameRenderer;
  private final double depthStep;
  private final Findings findings;
  private final Examined examined;

  /**
   * @param stored the dataset
   * @param again a dataset of the same layout with the frames made again
   * @param depthStep of the depth images, meters
   */
  public ReplayComparison(
      Path stored,
      Path again,
      boolean sameRenderer,
      double depthStep,
      Findings findings,
      Examined examined) {
    this.stored = stored;
    this.again = again;
    this.sameRenderer = sameRenderer;
    this.depthStep = depthStep;
    this.findings = findings;
    this.examined = examined;
  }

  /** Whether nothing has been found wrong with the frame that was compared last. */
  private boolean clean;

  /** What rays meet in a view of the frame, at an instant of it. */
  public interface Geometries {
    ViewGeometry of(int view, FrameInstant instant);
  }

  /**
   * Compares one frame.
   *
   * @param recordPath of the stored record, for findings
   * @param record the stored one
   * @param recordAgain of the frame made again
   * @param geometries of the frame; asked for where another renderer sees something else
   * @return whether nothing is wrong with it
   */
  public boolean compare(
      long frame, String recordPath, JsonNode record, JsonNode recordAgain, Geometries geometries) {
    examined.add(NAME, 1);
    clean = true;
    if (sameRenderer && !record.path("views").equals(recordAgain.path("views"))) {
      find(Fault.REPLAY_DIFFERS, recordPath, frame, "the record's labels are others");
    }
    if (!record.path("parts").equals(recordAgain.path("parts"))) {
      find(Fault.REPLAY_DIFFERS, recordPath, frame, "the record's parts are others");
    }
    List<List<String>> views = new ArrayList<>();
    for (JsonNode file : recordAgain.path("files")) {
      String path = file.path("path").asString("");
      if (path.startsWith(IMAGES)) {
        views.add(new ArrayList<>());
      }
      views.get(views.size() - 1).add(path);
    }
    for (int i = 0; i < views.size(); i++) {
      JsonNode pinhole = record.at("/frame/cameras/" + i + "/pinhole");
      int view = i;
      JsonNode labels = record.path("views").path(view).path("instances");
      JsonNode labelsAgain = recordAgain.path("views").path(view).path("instances");
      Verdicts verdicts =
          Verdicts.of(new VerdictRule(record.at("/frame/labels")), labels, labelsAgain);
      View seen =
          new View(
              frame,
              pinhole.path("width").asInt(),
              pinhole.path("height").asInt(),
              CloudDistances.of(record, view),
              record.at("/frame/labels/min_piece_share").asDouble(),
              verdicts.apart(),
              instant -> geometries.of(view, instant));
      for (String path : views.get(i)) {
        try {
          file(seen, path);
        } catch (IOException e) {
          find(Fault.FILE_UNREADABLE, path, frame, e.toString());
        }
      }
      seen.tell();
      if (!sameRenderer) {
        verdicts.faults().forEach(fault -> find(Fault.REPLAY_DIFFERS, recordPath, frame, fault));
        seen.compare(
            labels, labelsAgain, fault -> find(Fault.REPLAY_DIFFERS, recordPath, frame, fault));
      }
    }
    return clean;
  }

  /** What is compared of one view. */
  private final class View {
    private final long frame;
    private final int width;
    private final int height;
    private final SightComparison sight;
    private final Map<LabelPlane, String> paths = new EnumMap<>(LabelPlane.class);
    private final CloudDistances distances;
    private final Map<FrameInstant, ViewGeometry> made = new EnumMap<>(FrameInstant.class);
    private final Function<FrameInstant, ViewGeometry> geometries;

    View(
        long frame,
        int width,
        int height,
        CloudDistances distances,
        double leastPieceShare,
        Set<Integer> judgedApart,
        Function<FrameInstant, ViewGeometry> geometries) {
      this.frame = frame;
      this.width = width;
      this.height = height;
      this.distances = distances;
      this.geometries = instant -> made.computeIfAbsent(instant, geometries);
      PieceRule pieces = new PieceRule(leastPieceShare, width);
      sight = new SightComparison(width, depthStep, pieces, judgedApart, this.geometries);
    }

    void add(LabelPlane plane, String path, byte[] one, byte[] other) throws FaultyFile {
      if (plane.isCloud()) {
        int most = width * height;
        sight.add(plane, plane.cloud(one, most), plane.cloud(other, most), distances);
        paths.put(plane, path);
        return;
      }
      LabelPlane.Image image = plane.read(one, width, height);
      LabelPlane.Image second = plane.read(other, width, height);
      if (image.values().length != second.values().length) {
        find(Fault.REPLAY_DIFFERS, path, frame, "it has other channels");
        return;
      }
      sight.add(plane, image, second);
      paths.put(plane, path);
    }

    /** Compares the records' labels, once the images are. */
    void compare(JsonNode labels, JsonNode labelsAgain, Consumer<String> wrong) {
      new LabelComparison(width, height, () -> geometries.apply(FrameInstant.LABEL), sight.others())
          .faults(labels, labelsAgain)
          .forEach((id, fault) -> wrong.accept("instance " + id + ": " + fault));
    }

    void tell() {
      sight.compare((plane, detail) -> find(Fault.REPLAY_DIFFERS, paths.get(plane), frame, detail));
    }
  }

  private void file(View view, String path) throws IOException {
    Path old = stored.resolve(path);
    Path made = again.resolve(path);
    if (!Files.isRegularFile(old)) {
      return;
    }
    boolean picture = path.startsWith(IMAGES);
    if (sameRenderer) {
      if (Files.mismatch(old, made) >= 0) {
        Fault fault = picture ? Fault.REPLAY_COLOR_DIFFERS : Fault.REPLAY_DIFFERS;
        find(fault, path, view.frame, "by the same renderer it has other bytes");
      }
      return;
    }
    try {
      byte[] one = Files.readAllBytes(old);
      byte[] other = Files.readAllBytes(made);
      Optional<LabelPlane> plane = LabelPlane.of(path);
      if (plane.isPresent()) {
        view.add(plane.get(), path, one, other);
      } else if (picture) {
        String difference = ColorComparison.of(one, other, view.width, view.height).difference();
        if (!difference.isEmpty()) {
          find(Fault.REPLAY_COLOR_DIFFERS, path, view.frame, difference);
        }
      }
    } catch (FaultyFile e) {
      // Reading the dataset has told that this image is damaged.
      examined.lacking(NAME, "a readable image");
    }
  }

  private void find(Fault fault, String path, long frame, String detail) {
    clean = false;
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
