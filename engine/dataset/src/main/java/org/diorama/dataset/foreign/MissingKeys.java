package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.coco.Box;
import org.diorama.dataset.coco.RunLengths;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys without which COCO's own code ends with a KeyError, where makers left them out. What follows
 * from an entry is added to it, and what can't be known is told.
 */
final class MissingKeys {
  private final SortedMap<String, Long> added = new TreeMap<>();
  private long nameless;
  private long boxless;

  /** Completes an annotation that is no panoptic one. */
  void complete(MaskedAnnotation annotation) {
    ObjectNode entry = annotation.entry().json();
    if (lacks(entry, "id")) {
      nameless++;
    }
    if (lacks(entry, "iscrowd")) {
      entry.put("iscrowd", 0);
      count("iscrowd, which is 0 now");
    }
    Optional<RunLengths> mask = annotation.mask().filter(runs -> runs.area() > 0);
    if (lacks(entry, "bbox") && mask.isPresent()) {
      Box box = mask.get().box();
      entry.putArray("bbox").add(box.x()).add(box.y()).add(box.width()).add(box.height());
      count("bbox, which is that of the mask now");
    }
    if (lacks(entry, "bbox")) {
      boxless++;
    }
    if (lacks(entry, "area") && mask.isPresent()) {
      entry.put("area", mask.get().area());
      count("area, which is that of the mask now");
    } else if (lacks(entry, "area") && !lacks(entry, "bbox")) {
      double[] box = annotation.entry().numbers("bbox");
      if (box.length == 4) {
        entry.put("area", box[2] * box[3]);
        count("area, which is that of the box now");
      }
    }
  }

  private static boolean lacks(JsonNode entry, String key) {
    return entry.path(key).isMissingNode() || entry.path(key).isNull();
  }

  private void count(String what) {
    added.merge(what, 1L, Long::sum);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    added.forEach((what, count) -> lines.add(count + " annotations had no " + what));
    if (boxless > 0) {
      lines.add(boxless + " annotations have neither bbox nor mask: COCO's own code refuses these");
    }
    if (nameless > 0) {
      lines.add(nameless + " annotations have no id: COCO's own code refuses these");
    }
    return lines;
  }
}
