package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.unsealed;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.cli.verify.PlantedFaults.Kind;
import org.diorama.dataset.verify.finding.Fault;

/** What is not where its path says: links that lead elsewhere or in a circle, files for folders. */
final class PlantedLinks {
  private static final Fault[] NO_ANNOTATIONS = {FILE_MISSING, FILE_UNLISTED};

  private PlantedLinks() {}

  static List<Kind> kinds() {
    return List.of(
        unsealed(
            "a file in place of a folder",
            set -> {
              move(set, "annotations");
              set.write("annotations", "none".getBytes(StandardCharsets.UTF_8));
            },
            NO_ANNOTATIONS),
        unsealed(
            "links for a folder that lead in a circle",
            set -> {
              move(set, "annotations");
              link(set, "annotations", Path.of("annotations"));
            },
            NO_ANNOTATIONS),
        unsealed(
            "a link for an image that leads to itself",
            set -> {
              set.delete("images/" + LEFT);
              link(set, "images/" + LEFT, Path.of(LEFT));
            },
            FILE_MISSING),
        unsealed(
            "a link to an image elsewhere",
            set -> link(set, "images/" + LEFT, move(set, "images/" + LEFT)),
            FILE_OUTSIDE),
        unsealed(
            "a link to a folder elsewhere",
            set -> link(set, "depth", move(set, "depth")),
            FILE_OUTSIDE,
            FILE_UNLISTED),
        unsealed(
            "a link to annotations elsewhere",
            set -> link(set, PlantedFaults.instances(set), move(set, PlantedFaults.instances(set))),
            FILE_OUTSIDE));
  }

  /** Takes a file or folder out of the dataset; returns where it is then. */
  private static Path move(PlantedDataset set, String path) {
    try {
      Path to = set.root().resolveSibling("elsewhere-" + Path.of(path).getFileName());
      return Files.move(set.root().resolve(path), to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(PlantedDataset set, String path, Path target) {
    try {
      Files.createSymbolicLink(set.root().resolve(path), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
