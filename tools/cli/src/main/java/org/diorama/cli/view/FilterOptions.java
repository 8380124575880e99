package org.diorama.cli.view;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.NearestNames;
import picocli.CommandLine.Option;

/** What is shown of a dataset. */
final class FilterOptions {
  @Option(
      names = "--category",
      split = ",",
      paramLabel = "NAME",
      description = {
        "Shows annotations of these categories only. Where no frames are named, the twelve images",
        "are of frames that have one (of a scene: have such a thing, seen or not)."
      })
  private List<String> categories = List.of();

  @Option(
      names = "--visible",
      paramLabel = "LEAST-MOST",
      defaultValue = "0-1",
      description =
          "Shows annotations whose visible fraction is in this range (default: 0-1), and chooses"
              + " images like --category.")
  private String visible;

  @Option(
      names = "--factor",
      paramLabel = "NAME=LEVEL",
      description = "Shows frames with this level of a factor only; may be repeated.")
  private Map<String, String> factors = new LinkedHashMap<>();

  @Option(
      names = "--overlays",
      split = ",",
      paramLabel = "NAME",
      description = {
        "Drawn over the images of a PNG, besides mask, box and name: bbox_amodal, bbox_full,",
        "bbox_loose, bbox_3d, amodal_mask, keypoints, pose, occlusion, pieces, extent, contrast",
        "(where the dataset has these annotators) and stuff. A page has all of them."
      })
  private List<String> overlays = List.of();

  /**
   * Which marks a picture shows.
   *
   * @throws DioramaException USAGE for a name that is none
   */
  Set<Mark.Layer> overlays() {
    List<String> known = Stream.of(Mark.Layer.values()).map(Mark.Layer::text).toList();
    Set<Mark.Layer> layers = EnumSet.noneOf(Mark.Layer.class);
    for (String overlay : overlays) {
      if (!known.contains(overlay)) {
        throw new DioramaException(
            ExitStatus.USAGE,
            "--overlays: unknown annotator "
                + overlay
                + ". "
                + NearestNames.advice(overlay, known));
      }
      layers.add(Mark.Layer.values()[known.indexOf(overlay)]);
    }
    return layers;
  }

  /**
   * @param known names of the scene's categories
   * @throws DioramaException USAGE for bounds that are none, or a name that is none
   */
  LabelFilter labels(List<String> known) {
    for (String category : categories) {
      if (!known.contains(category)) {
        throw new DioramaException(
            ExitStatus.USAGE,
            "--category: unknown category "
                + category
                + ". "
                + NearestNames.advice(category, known));
      }
    }
    String[] bounds = visible.split("-");
    try {
      double least = Double.parseDouble(bounds[0]);
      double most = Double.parseDouble(bounds[1]);
      if (bounds.length == 2 && least >= 0 && least <= most && most <= 1) {
        return new LabelFilter(Set.copyOf(categories), least, most);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // Said below, as for bounds in the wrong order.
    }
    throw new DioramaException(
        ExitStatus.USAGE, "--visible: write two numbers from 0 to 1, such as 0.2-0.8");
  }

  /** Whether a frame has the levels asked for. */
  boolean accepts(Map<String, String> levels) {
    return levels.entrySet().containsAll(factors.entrySet());
  }

  /**
   * Refuses factors and levels that are none.
   *
   * @throws DioramaException USAGE, with a list of those there are
   */
  void requireLevels(ImageSource source) {
    if (factors.isEmpty()) {
      return;
    }
    SortedMap<String, SortedSet<String>> known = source.levels();
    factors.forEach(
        (factor, level) -> {
          if (!known.containsKey(factor)) {
            throw new DioramaException(
                ExitStatus.USAGE,
                "--factor: unknown factor "
                    + factor
                    + ". "
                    + (known.isEmpty()
                        ? source.name() + " has none."
                        : NearestNames.advice(factor, known.keySet())));
          }
          SortedSet<String> levels = known.get(factor);
          if (!levels.isEmpty() && !levels.contains(level)) {
            throw new DioramaException(
                ExitStatus.USAGE,
                "--factor: unknown level %s of %s. %s"
                    .formatted(level, factor, NearestNames.advice(level, levels)));
          }
        });
  }
}
