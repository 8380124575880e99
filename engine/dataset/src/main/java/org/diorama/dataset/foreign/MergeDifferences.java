package org.diorama.dataset.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    lines.addAll(kinds(sources));
    lines.addAll(thingsAndStuff(sources));
    for (MergeSource source : sources) {
      if (source.isMerged()) {
        lines.add(
            source.name()
                + " is merged itself: depth scales and cameras of its sources are in "
                + Merging.SOURCES
                + "/"
                + source.name()
                + "/"
                + Merging.REPORT);
      }
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
      differ(
          lines,
          sources.stream().filter(source -> !lacking.contains(source.name())).toList(),
          folder + "/",
          source -> source.fileForms(folder).toString(),
          "read each by its end");
    }
    return lines;
  }

  /** What some have, and others lack. */
  private static List<String> kinds(List<MergeSource> sources) {
    List<String> lines = new ArrayList<>();
    for (AnnotationKind kind : AnnotationKind.values()) {
      List<String> lacking =
          sources.stream()
              .filter(source -> !source.files(kind).areThere())
              .map(MergeSource::name)
              .toList();
      if (!lacking.isEmpty() && lacking.size() < sources.size()) {
        lines.add(kind.text() + ": nothing of " + String.join(", ", lacking));
      }
    }
    return lines;
  }

  /** Categories that are a thing in one source and stuff in another. */
  private static List<String> thingsAndStuff(List<MergeSource> sources) {
    Map<String, String> thingIn = new TreeMap<>();
    Map<String, String> stuffIn = new TreeMap<>();
    for (MergeSource source : sources) {
      for (ForeignSource.Category category : source.files(AnnotationKind.INSTANCES).categories()) {
        thingIn.putIfAbsent(category.name(), source.name());
      }
      for (ForeignSource.Category category : source.files(AnnotationKind.STUFF).categories()) {
        stuffIn.putIfAbsent(category.name(), source.name());
      }
      for (ForeignSource.Category category : source.files(AnnotationKind.PANOPTIC).categories()) {
        int thing = category.entry().path("isthing").asInt(-1);
        if (thing >= 0) {
          (thing == 1 ? thingIn : stuffIn).putIfAbsent(category.name(), source.name());
        }
      }
    }
    List<String> lines = new ArrayList<>();
    thingIn.forEach(
        (name, source) -> {
          if (stuffIn.containsKey(name) && !stuffIn.get(name).equals(source)) {
            lines.add(
                "category '%s': a thing in %s, stuff in %s: each stays as it is; isthing is the first's"
                    .formatted(name, source, stuffIn.get(name)));
          }
        });
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
