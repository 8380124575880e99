package org.diorama.scenefile.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.SourceFile;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.yaml.YamlNode;
import org.diorama.scenefile.yaml.YamlTreeReader;

/** Puts a scene together: its file over all that it includes, then copies for {@code like}. */
public final class Composer {
  private Composer() {}

  /**
   * @param file of the scene
   * @param bytes of that file
   * @throws IOException where the scene's folder is gone
   */
  public static Composition compose(Path file, byte[] bytes, Problems problems) throws IOException {
    SceneFolder folder = new SceneFolder(file);
    SceneFile main = folder.scene();
    Optional<YamlNode> own = YamlTreeReader.read(main.shown(), bytes, problems);
    if (own.isEmpty()) {
      List<SourceFile> alone = List.of(new SourceFile(main.name(), bytes));
      return new Composition(own, false, false, Set.of(), alone, Map.of());
    }
    Includes includes = new Includes(folder, problems);
    List<Includes.Part> parts = includes.of(main, bytes, own.get());
    boolean library = isLibrary(own.get());
    Likes.Result copied = Likes.resolve(join(parts, library, problems), !library, problems);
    return new Composition(
        copied.fitting(),
        library,
        includes.complete(),
        copied.partial(),
        sources(parts, includes.instanceFiles()),
        folders(parts));
  }

  private static boolean isLibrary(YamlNode tree) {
    return library(tree)
        .filter(value -> value instanceof YamlNode.Scalar flag && flag.text().equals("true"))
        .isPresent();
  }

  private static Optional<YamlNode> library(YamlNode tree) {
    return tree instanceof YamlNode.Mapping map
        ? map.find(SceneKeys.LIBRARY.name()).map(YamlNode.Entry::value)
        : Optional.empty();
  }

  private static YamlNode join(List<Includes.Part> parts, boolean library, Problems problems) {
    Includes.Part last = parts.get(parts.size() - 1);
    Optional<YamlNode> joined = Optional.empty();
    for (Includes.Part part : parts) {
      YamlNode tree = withoutMarks(part.tree(), part == last, problems);
      if (part != last && !(tree instanceof YamlNode.Mapping)) {
        problems.add(tree.location(), "", "found " + tree.kind(), "Write keys of a scene.");
        continue;
      }
      joined =
          Optional.of(joined.isPresent() ? Overlay.overScene(joined.get(), tree, problems) : tree);
    }
    return library ? Overlay.alone(joined.orElseThrow()) : joined.orElseThrow();
  }

  /**
   * A scene's name is its own, and whether a file is a library means nothing to who includes it.
   */
  private static YamlNode withoutMarks(YamlNode tree, boolean main, Problems problems) {
    if (!(tree instanceof YamlNode.Mapping map)) {
      return tree;
    }
    library(tree)
        .filter(value -> !(value instanceof YamlNode.Scalar flag) || !isFlag(flag))
        .ifPresent(
            value ->
                problems.add(
                    value.location(),
                    SceneKeys.LIBRARY.name(),
                    "found " + value.kind(),
                    "Write true or false."));
    YamlNode.Mapping unmarked = map.without(SceneKeys.LIBRARY.name());
    return main ? unmarked : unmarked.without(SceneKeys.NAME.name());
  }

  private static boolean isFlag(YamlNode.Scalar scalar) {
    return scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"));
  }

  /** The scene's own file first, then in the order of reading, then files of instances. */
  private static List<SourceFile> sources(List<Includes.Part> parts, List<SourceFile> instances) {
    List<SourceFile> sources = new ArrayList<>();
    parts.forEach(part -> sources.add(new SourceFile(part.file().name(), part.bytes())));
    sources.add(0, sources.remove(sources.size() - 1));
    sources.addAll(instances);
    return sources;
  }

  private static Map<String, Path> folders(List<Includes.Part> parts) {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (Includes.Part part : parts) {
      Path folder = Path.of(part.file().name()).getParent();
      if (part.file().path().isPresent() && folder != null) {
        folders.put(part.file().shown(), folder);
      }
    }
    return folders;
  }
}
