package org.diorama.dataset.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what differs between sources beyond categories and names. */
final class MergeDifferences {
  private MergeDifferences() {}

  static List<String> of(List<MergeSource> sources, Set<String> parts, Set<String> folders)
      throws IOException {
    List<String> lines = new ArrayList<>();
    List<MergeSource> ours = sources.stream().filter(MergeSource::isOurs).toList();
    differ(
        lines,
        ours,
        "depth scale",
        source -> source.depthScale().orElseThrow().toString(),
        "multiply by that of the source, in merged.json");
    differ(
        lines,
        ours,
        "cameras",
        source -> source.cameras().equals(List.of("")) ? "one" : source.cameras().toString(),
        "each image names its own");
    if (parts.size() > 1) {
      differ(
          lines,
          sources,
          "parts",
          source -> source.parts().equals(List.of("")) ? "none" : source.parts().toString(),
          "joined by name; what is in none has files without one");
    }
    for (MergeSource source : sources) {
      List<String> others = CocoSource.others(source.root());
      if (!others.isEmpty()) {
        lines.add(
            "annotations/ of "
                + source.name()
                + " has more, left out: "
                + String.join(", ", others));
      }
    }
    for (String folder : folders) {
      List<String> lacking = new ArrayList<>();
      for (MergeSource source : sources) {
        if (!source.planeFolders().contains(folder)) {
          lacking.add(source.name());
        }
      }
      if (!lacking.isEmpty()) {
        lines.add(folder + "/ has nothing of " + String.join(", ", lacking));
      }
    }
    return lines;
  }

  private static void differ(
      List<String> lines,
      List<MergeSource> sources,
      String what,
      Function<MergeSource, String> value,
      String consequence) {
    if (sources.stream().map(value).distinct().count() > 1) {
      String values =
          sources.stream()
              .map(source -> value.apply(source) + " in " + source.name())
              .collect(Collectors.joining(", "));
      lines.add(what + ": " + values + ": " + consequence);
    }
  }
}
