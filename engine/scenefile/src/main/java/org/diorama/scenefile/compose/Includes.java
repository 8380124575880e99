package org.diorama.scenefile.compose;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.SourceFile;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.IncludeKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/**
 * Reads the files that a scene includes, each once, before the file that includes it. All files
 * together keep the limits of one file, so that a scene of many costs no more.
 */
final class Includes {
  static final int MAX_CHAIN = 16;

  private final SceneFolder folder;
  private final InstanceFiles instances;
  private final Problems problems;
  private final Deque<SceneFile> chain = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Part> parts = new ArrayList<>();
  private int bytesLeft = YamlTreeReader.MAX_BYTES;
  private long valuesLeft = YamlTreeReader.MAX_VALUES;
  private boolean complete = true;

  /**
   * @param tree without the key {@code include}
   */
  record Part(SceneFile file, byte[] bytes, YamlNode tree) {}

  Includes(SceneFolder folder, Problems problems) {
    this.folder = folder;
    this.instances = new InstanceFiles(folder, problems);
    this.problems = problems;
  }

  /** Whether every file was read. */
  boolean complete() {
    return complete && instances.complete();
  }

  /** Files of instances that those name. */
  List<SourceFile> instanceFiles() {
    return instances.sources();
  }

  /** The files in the order that they are laid over one another, the given one last. */
  List<Part> of(SceneFile file, byte[] bytes, YamlNode tree) {
    seen.add(file.identity());
    count(tree, tree.location());
    visit(file, bytes, tree);
    return parts;
  }

  private void visit(SceneFile file, byte[] bytes, YamlNode tree) {
    bytesLeft -= bytes.length;
    chain.addLast(file);
    Optional<YamlNode.Entry> include =
        tree instanceof YamlNode.Mapping map
            ? map.find(SceneKeys.INCLUDE.name())
            : Optional.empty();
    if (include.isPresent()) {
      Reading reading = Reading.ofOwn(problems);
      Optional<List<IncludeKind.Name>> names =
          SceneKeys.INCLUDE.kind().read(include.get().value(), SceneKeys.INCLUDE.name(), reading);
      complete &= names.isPresent();
      names.orElse(List.of()).forEach(name -> include(name, file));
    }
    chain.removeLast();
    parts.add(new Part(file, bytes, instances.expand(without(tree), file)));
  }

  private static YamlNode without(YamlNode tree) {
    return tree instanceof YamlNode.Mapping map ? map.without(SceneKeys.INCLUDE.name()) : tree;
  }

  private void include(IncludeKind.Name name, SceneFile from) {
    try {
      SceneFile file = folder.find(name.text(), from);
      refuseCircle(file);
      if (seen.contains(file.identity())) {
        return;
      }
      if (seen.size() == IncludeKind.MOST_FILES) {
        throw new RefusedInclude(
            "a scene of more than " + IncludeKind.MOST_FILES + " files", "Join some.");
      }
      if (chain.size() == MAX_CHAIN) {
        throw new RefusedInclude(
            "more than " + MAX_CHAIN + " files include one another", "Include them from fewer.");
      }
      seen.add(file.identity());
      byte[] bytes = bytes(file, name.text());
      Optional<YamlNode> tree = YamlTreeReader.read(file.shown(), bytes, problems);
      if (tree.isPresent() && count(tree.get(), name.location())) {
        visit(file, bytes, tree.get());
      } else {
        complete = false;
      }
    } catch (RefusedInclude e) {
      complete = false;
      // The line itself tells of one step; which files led here is news only beyond that.
      String way = chain.size() > 1 ? " (" + SceneFile.chain(chain) + ")" : "";
      report(name.location(), e.getMessage() + way, e.advice());
    }
  }

  private void refuseCircle(SceneFile file) throws RefusedInclude {
    if (chain.stream().anyMatch(open -> open.identity().equals(file.identity()))) {
      List<SceneFile> circle = new ArrayList<>(chain);
      circle.add(file);
      throw new RefusedInclude(
          "files that include themselves: " + SceneFile.chain(circle), "Break the circle.");
    }
  }

  private byte[] bytes(SceneFile file, String name) throws RefusedInclude {
    byte[] bytes;
    try (InputStream in = SceneFolder.open(file)) {
      bytes = in.readNBytes(bytesLeft + 1);
    } catch (IOException e) {
      throw new RefusedInclude(name + " cannot be read", "Check the file and its rights.");
    }
    if (bytes.length > bytesLeft) {
      throw new RefusedInclude(
          "with " + name + " the scene is larger than " + YamlTreeReader.MAX_BYTES + " bytes",
          "Is it a scene file?");
    }
    return bytes;
  }

  /** Whether the values of one more file keep the limit. */
  private boolean count(YamlNode tree, Location location) {
    valuesLeft -= YamlNode.count(tree);
    if (valuesLeft < 0) {
      report(
          location,
          "the scene's files have more than " + YamlTreeReader.MAX_VALUES + " values together",
          "Is it a scene file?");
    }
    return valuesLeft >= 0;
  }

  private void report(Location location, String problem, String advice) {
    problems.add(location, SceneKeys.INCLUDE.name(), problem, advice);
  }
}
