package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Joins lists of licenses: those that say the same but for their ids are one. Ids begin at 1. */
final class MergedLicenses {
  private final Map<ObjectNode, Long> ids = new HashMap<>();
  private final List<ObjectNode> all = new ArrayList<>();

  /** Takes those of a file in. */
  void add(CocoHead head) {
    for (ObjectNode license : head.licenses().values()) {
      if (ids.putIfAbsent(said(license), all.size() + 1L) == null) {
        all.add(license.deepCopy().put("id", all.size() + 1L));
      }
    }
  }

  private static ObjectNode said(ObjectNode license) {
    ObjectNode said = license.deepCopy();
    said.remove("id");
    return said;
  }

  /** Every one once. */
  List<ObjectNode> all() {
    return List.copyOf(all);
  }

  /** Likewise, by their new ids. */
  SortedMap<Long, ObjectNode> byId() {
    SortedMap<Long, ObjectNode> byId = new TreeMap<>();
    all.forEach(license -> byId.put(license.get("id").asLong(), license));
    return byId;
  }

  /** The new id of a license; absent where the file that names it does not list it. */
  OptionalLong newId(CocoHead head, long id) {
    ObjectNode license = head.licenses().get(id);
    return license == null ? OptionalLong.empty() : OptionalLong.of(ids.get(said(license)));
  }
}
