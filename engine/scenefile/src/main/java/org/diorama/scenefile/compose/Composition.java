package org.diorama.scenefile.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.scenefile.SourceFile;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * A scene put together from its files.
 *
 * @param tree without {@code include}, {@code library} and {@code like}; empty where the scene's
 *     own file is no YAML
 * @param library whether the file calls itself a part for other scenes
 * @param complete whether every file was there
 * @param partial dotted paths of entries that lack what they should have copied
 * @param sources the files as they were, the scene's own first
 * @param folders where relative file names start, by the source of locations, where that is not the
 *     scene's own folder; relative to it
 */
public record Composition(
    Optional<YamlNode> tree,
    boolean library,
    boolean complete,
    Set<String> partial,
    List<SourceFile> sources,
    Map<String, Path> folders) {}
