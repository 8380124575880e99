package org.diorama.dataset.verify.frame;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Counts what the records hold, to be held against what the manifest counts. */
public final class Census {
  private long frames;
  private long images;
  private final SortedMap<Integer, Long> labels = new TreeMap<>();
  private final SortedMap<String, Long> splits = new TreeMap<>();
  private final SortedMap<String, Long> annotators = new TreeMap<>();

  synchronized void add(FrameEvidence frame) {
    frames++;
    images += frame.views().size();
    String split = frame.record().path("frame").path("context").path("split").asString("");
    if (!split.isEmpty()) {
      splits.merge(split, 1L, Long::sum);
    }
    for (JsonNode name : frame.record().at("/annotators/names")) {
      annotators.merge(name.asString(""), 1L, Long::sum);
    }
    for (ViewEvidence view : frame.views()) {
      view.labels().stream()
          .filter(RecordedLabel::isAnnotated)
          .forEach(label -> labels.merge(label.category(), 1L, Long::sum));
      for (JsonNode stuff : view.stuff()) {
        labels.merge(stuff.path("category_id").asInt(-1), 1L, Long::sum);
      }
    }
  }

  /** Calls with a line for each count of a manifest that is wrong. */
  public synchronized void compare(JsonNode manifest, Consumer<String> wrong) {
    counts(manifest.path("counts"), manifest.path("categories"), wrong);
    Map<String, JsonNode> listed = new TreeMap<>();
    for (JsonNode annotator : manifest.path("annotators")) {
      listed.put(annotator.path("name").asString(""), annotator.path("frames"));
    }
    if (manifest.path("counts").path("frames").asLong(-1) != frames) {
      // A record that is lost or cannot be read is the cause, and told.
      return;
    }
    annotators.forEach(
        (name, count) ->
            compare(
                "annotators." + name + ".frames",
                listed.getOrDefault(name, MissingNode.getInstance()),
                count,
                wrong));
  }

  private void counts(JsonNode counts, JsonNode categories, Consumer<String> wrong) {
    compare("counts.frames", counts.path("frames"), frames, wrong);
    compare("counts.images", counts.path("images"), images, wrong);
    new CategoryFacts(categories)
        .listed()
        .forEach(
            category ->
                compare(
                    "counts.annotations." + category.path("name").asString(""),
                    counts.path("annotations").path(category.path("name").asString("")),
                    labels.getOrDefault(category.path("id").asInt(0), 0L),
                    wrong));
    splits.forEach(
        (split, count) ->
            compare("counts.splits." + split, counts.path("splits").path(split), count, wrong));
  }

  private static void compare(String key, JsonNode says, long is, Consumer<String> wrong) {
    if (says.asLong(-1) != is) {
      wrong.accept(
          "%s is %s, the records have %d"
              .formatted(key, says.isMissingNode() ? "not there" : says, is));
    }
  }
}
