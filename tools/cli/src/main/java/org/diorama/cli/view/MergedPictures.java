package org.diorama.cli.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.MergedVerification;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * What lies beside the images of a merged dataset: depths and semantic images. Of any other folder
 * there is none.
 */
final class MergedPictures {
  private static final List<String> SHOWN = List.of("depth", "semantic", "instance");

  private final Path root;
  private final JsonNode report;

  private MergedPictures(Path root, JsonNode report) {
    this.root = root;
    this.report = report;
  }

  /**
   * @param root a folder or a file
   * @throws DioramaException BAD_INPUT where the report of a merged dataset cannot be read
   */
  static MergedPictures of(Path root) {
    try {
      return new MergedPictures(
          root,
          MergedVerification.isAt(root)
              ? Json.read(root.resolve("merged.json"))
              : Json.parse("{}".getBytes(StandardCharsets.UTF_8)));
    } catch (FaultyFile | IOException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, root + ": no merged dataset: " + e.getMessage(), e);
    }
  }

  private Optional<Path> file(String folder, String image) {
    boolean merged =
        report.path("folders").valueStream().anyMatch(f -> f.asString("").equals(folder));
    return Optional.of(image.replaceFirst("\\.\\w+$", ".png"))
        .filter(name -> merged && CocoFolders.isInside(name))
        .map(root.resolve(folder)::resolve)
        .filter(Files::isRegularFile);
  }

  /**
   * Depths in meters.
   *
   * @param entry of the image
   * @param pixels how many it has
   * @return none where there are none
   */
  float[] depths(JsonNode entry, String image, int pixels) {
    String source = entry.at("/diorama/source").asString("");
    Optional<Double> scale =
        report
            .path("sources")
            .valueStream()
            .filter(each -> each.path("name").asString("").equals(source))
            .map(each -> each.path("depth_scale").asDouble(0))
            .filter(value -> value > 0)
            .findFirst();
    float[] depths =
        scale
            .flatMap(
                value ->
                    file("depth", image)
                        .map(file -> StoredImages.depths(StoredPictures.image(file), value)))
            .orElse(new float[0]);
    return depths.length == pixels ? depths : new float[0];
  }

  /** Semantic images with the names of categories. */
  Map<String, Picture> pictures(JsonNode entry, String image) {
    return file("semantic", image)
        .map(StoredPictures::image)
        .map(
            read ->
                Map.of(
                    "semantic",
                    PlaneColors.ofIds(StoredImages.samples(read), read.getWidth(), this::category)))
        .orElse(Map.of());
  }

  private Optional<String> category(int id) {
    return report
        .path("categories")
        .valueStream()
        .filter(category -> category.path("id").asInt(-1) == id)
        .map(category -> category.path("name").asString(""))
        .findFirst()
        .or(() -> id == 255 || id == 65535 ? Optional.of("void") : Optional.empty());
  }

  /** Which pictures of a merged dataset only its sources show. */
  List<String> lines() {
    List<String> more =
        report
            .path("folders")
            .valueStream()
            .map(folder -> folder.asString(""))
            .filter(folder -> !SHOWN.contains(folder))
            .toList();
    if (more.isEmpty()) {
      return List.of();
    }
    return MergedVerification.sources(root).stream()
        .limit(1)
        .map(
            source ->
                String.join(", ", more)
                    + ": these pictures are shown of its sources, such as by view "
                    + root.resolve(source))
        .toList();
  }
}
