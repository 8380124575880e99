package org.diorama.scenefile.compose;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.SourceFile;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.yaml.JsonLinesReader;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * Puts the instances that files hold in the place of the files' names: of objects, wherever the
 * scene has some.
 */
final class InstanceFiles {
  /** Of all such files: some thirty for each of as many instances as a frame can have. */
  static final long MAX_VALUES = 3_000_000;

  private final SceneFolder folder;
  private final Problems problems;
  private final Map<String, SourceFile> sources = new LinkedHashMap<>();
  private long valuesLeft = MAX_VALUES;
  private boolean complete = true;

  InstanceFiles(SceneFolder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Whether every file was read. */
  boolean complete() {
    return complete;
  }

  /** The files that were read, each once. */
  List<SourceFile> sources() {
    return List.copyOf(sources.values());
  }

  /**
   * @param from the file that the tree was written in
   */
  YamlNode expand(YamlNode tree, SceneFile from) {
    return values(
        tree,
        entry ->
            SceneKeys.holdsObjects(entry.key())
                ? objects(entry.value(), from)
                : expand(entry.value(), from));
  }

  private YamlNode objects(YamlNode objects, SceneFile from) {
    return values(objects, entry -> values(entry.value(), key -> ofObject(key, from)));
  }

  private YamlNode ofObject(YamlNode.Entry key, SceneFile from) {
    if (SceneKeys.holdsObjects(key.key())) {
      return objects(key.value(), from);
    }
    return SceneKeys.namesInstances(key)
        ? instances((YamlNode.Scalar) key.value(), key.key(), from)
        : key.value();
  }

  private YamlNode instances(YamlNode.Scalar name, String key, SceneFile from) {
    YamlNode.Mapping none = new YamlNode.Mapping(name.location(), List.of());
    try {
      SceneFile file = folder.find(name.text(), from);
      byte[] bytes = bytes(file, name.text());
      Optional<YamlNode.Mapping> read =
          JsonLinesReader.read(file.shown(), bytes, valuesLeft, problems);
      sources.put(file.name(), new SourceFile(file.name(), bytes));
      read.ifPresent(present -> valuesLeft -= YamlNode.count(present));
      complete &= read.isPresent();
      return read.orElse(none);
    } catch (RefusedInclude e) {
      complete = false;
      problems.add(name.location(), key, e.getMessage(), e.advice());
      return none;
    }
  }

  private static byte[] bytes(SceneFile file, String name) throws RefusedInclude {
    try (InputStream in = SceneFolder.open(file)) {
      return in.readNBytes(JsonLinesReader.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new RefusedInclude(name + " cannot be read", "Check the file and its rights.");
    }
  }

  /** What becomes of a value. */
  private interface Change {
    YamlNode of(YamlNode.Entry entry);
  }

  /** A map with other values; itself where none changes, and what is no map. */
  private static YamlNode values(YamlNode node, Change change) {
    if (!(node instanceof YamlNode.Mapping map)) {
      return node;
    }
    List<YamlNode.Entry> entries = new ArrayList<>(map.entries().size());
    boolean same = true;
    for (YamlNode.Entry entry : map.entries()) {
      YamlNode value = change.of(entry);
      same &= value == entry.value();
      entries.add(new YamlNode.Entry(entry.location(), entry.key(), value));
    }
    return same ? map : new YamlNode.Mapping(map.location(), entries);
  }
}
