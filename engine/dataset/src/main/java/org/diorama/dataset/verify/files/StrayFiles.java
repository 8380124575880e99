package org.diorama.dataset.verify.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that lies in a dataset's folder: files of the dataset as a whole, and for each block
 * the folders and files that its number names, which are only looked into when the block's turn
 * comes.
 */
public final class StrayFiles {
  /** What serves runs, is no part of the dataset, and may be there at any time. */
  private static final Set<String> OF_RUNS = Set.of(".lock", ".staging");

  private static final Set<String> LAST = Set.of(ManifestFacts.PATH, "_SUCCESS");
  private static final Pattern BLOCK = Pattern.compile("(\\d{5,15})(?:\\.json|\\.jsonl\\.zst)?");

  private final Path root;
  private final boolean inBlocks;
  private final List<String> whole = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final SortedMap<Long, List<Path>> ofBlocks = new TreeMap<>();

  private StrayFiles(Path root, boolean inBlocks) {
    this.root = root;
    this.inBlocks = inBlocks;
  }

  /** Walks the folder. */
  public static StrayFiles find(Path root, boolean inBlocks) throws IOException {
    StrayFiles files = new StrayFiles(root, inBlocks);
    files.walk();
    return files;
  }

  private void walk() throws IOException {
    Files.walkFileTree(
        root,
        new OpenFolders() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (root.equals(folder.getParent())
                && OF_RUNS.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            return isOfBlock(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean own =
                root.equals(file.getParent())
                    && (OF_RUNS.contains(file.getFileName().toString())
                        || LAST.contains(file.getFileName().toString()));
            if (!own && !isOfBlock(file)) {
              whole.add(path(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Goes by folders that may not be looked into, and remembers them. */
  private class OpenFolders extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (!(failure instanceof AccessDeniedException)) {
        throw failure;
      }
      closed.add(path(file));
      return FileVisitResult.CONTINUE;
    }
  }

  /** Remembers what a block's number names, such as {@code depth/00012} or its closing. */
  private boolean isOfBlock(Path entry) {
    Matcher name = BLOCK.matcher(entry.getFileName().toString());
    if (!inBlocks || entry.equals(root) || !name.matches()) {
      return false;
    }
    ofBlocks.computeIfAbsent(Long.parseLong(name.group(1)), block -> new ArrayList<>()).add(entry);
    return true;
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Calls with each file of the dataset as a whole that is not listed. */
  public void unlisted(Set<String> listed, Consumer<String> stray) {
    whole.stream().filter(path -> !listed.contains(path)).sorted().forEach(stray);
  }

  /** Calls with each file of a block that is not listed. */
  public void unlistedOf(long block, Set<String> listed, Consumer<String> stray)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (Path entry : ofBlocks.getOrDefault(block, List.of())) {
      Files.walkFileTree(
          entry,
          new OpenFolders() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(path(file));
              return FileVisitResult.CONTINUE;
            }
          });
    }
    found.stream().filter(path -> !listed.contains(path)).sorted().forEach(stray);
  }

  /** Calls with each folder so far that may not be looked into. */
  public void closed(Consumer<String> folder) {
    closed.stream().sorted().forEach(folder);
  }

  /** Numbers of the blocks that anything is named by. */
  public Set<Long> blocks() {
    return ofBlocks.keySet();
  }
}
