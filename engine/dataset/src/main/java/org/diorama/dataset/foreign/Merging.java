package org.diorama.dataset.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.files.RealPaths;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.json.StrictJson;

/**
 * Joins datasets, ours and other makers' in COCO's form. Each source keeps a folder of its own
 * under {@code images/} and the folders beside it. All of a dataset of ours, records and scene
 * included, is in {@code sources/} as it was, under second names of the same files: it can be
 * verified and its frames rendered again.
 */
public final class Merging {
  /** What a merged dataset says of itself. */
  static final String REPORT = "merged.json";

  /** Folder of the sources that are kept whole. */
  static final String SOURCES = "sources";

  /** What serves runs, and is no part of a dataset. */
  private static final Set<String> NO_PART = Set.of(".lock", ".staging");

  private final List<MergeSource> sources;
  private final NewDataset dataset;
  private final MergedCategories categories;
  private final MergedKeypoints keypoints = new MergedKeypoints();
  private final SortedSet<String> formats;
  private final MergedForms forms;
  private final MergedLabels labels;
  private final Set<String> folders = new TreeSet<>();

  private Merging(List<MergeSource> sources, NewDataset dataset, SortedSet<String> formats) {
    this.sources = sources;
    this.dataset = dataset;
    this.formats = formats;
    Map<String, List<ForeignSource.Category>> byName = new LinkedHashMap<>();
    for (MergeSource source : sources) {
      byName.put(source.name(), source.categories());
      keypoints.add(source.name(), source.files(AnnotationKind.KEYPOINTS).categories());
    }
    categories = new MergedCategories(byName);
    String from = sources.stream().map(MergeSource::name).collect(Collectors.joining(", "));
    List<AnnotationKind> kinds =
        Stream.of(AnnotationKind.values())
            .filter(kind -> sources.stream().anyMatch(source -> source.files(kind).areThere()))
            .toList();
    forms = new MergedForms(dataset, formats, from, kinds);
    labels = new MergedLabels(sources, dataset, categories, keypoints, forms);
  }

  /**
   * Merges.
   *
   * @param roots at least one
   * @param formats forms of the labels beside COCO's own, which are always there; empty for every
   *     form that a source has
   * @param out not there yet, or an empty folder; it appears when all is done
   * @throws DioramaException USAGE, BAD_INPUT, CANNOT_CREATE, PERMISSION or INPUT_OUTPUT
   */
  public static MergeReport run(
      List<Path> roots, Collection<String> formats, Path out, Placing placing) {
    try {
      List<MergeSource> sources = new ArrayList<>();
      Set<Path> real = new HashSet<>();
      Set<String> names = new HashSet<>();
      for (Path root : roots) {
        MergeSource source = new MergeSource(name(root, names), root);
        if (!real.add(root.toRealPath())) {
          throw new DioramaException(ExitStatus.USAGE, root + " is named twice");
        }
        RealPaths.requireApart(root, out);
        sources.add(source);
      }
      try (NewDataset dataset = NewDataset.begin(out, placing)) {
        for (Path root : roots) {
          dataset.takesFrom(root);
        }
        return new Merging(sources, dataset, formats(formats, sources)).run();
      }
    } catch (IOException e) {
      throw FileFailures.writing(out, e);
    }
  }

  private static SortedSet<String> formats(Collection<String> asked, List<MergeSource> sources)
      throws IOException {
    SortedSet<String> formats = new TreeSet<>(asked);
    if (formats.isEmpty()) {
      for (MergeSource source : sources) {
        formats.addAll(source.formats());
      }
    }
    formats.add(ForeignTargets.COCO);
    return formats;
  }

  /** The folder's name in letters that fit everywhere; with a number where it is taken. */
  private static String name(Path root, Set<String> taken) {
    Path last = root.toAbsolutePath().normalize().getFileName();
    String plain = (last == null ? "root" : last.toString()).replaceAll("[^A-Za-z0-9_-]", "_");
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + "_" + i;
    }
    return name;
  }

  private MergeReport run() throws IOException {
    for (MergeSource source : sources) {
      if (source.isKept()) {
        keep(source);
      }
    }
    Set<String> parts = new TreeSet<>();
    sources.forEach(source -> parts.addAll(source.parts()));
    for (AnnotationKind kind : AnnotationKind.values()) {
      for (String part : parts) {
        labels.write(kind, part);
      }
    }
    List<String> lost = forms.finish();
    planes();
    attribution();
    MergeReport report = report(parts, lost, MergedHashes.write(dataset, sources));
    dataset.complete(REPORT, StrictJson.line(report));
    return report;
  }

  private void keep(MergeSource source) throws IOException {
    for (Path entry : DatasetFolder.entries(source.root())) {
      if (NO_PART.contains(entry.getFileName().toString())) {
        continue;
      }
      List<Path> files =
          Files.isDirectory(entry) ? DatasetFolder.filesBelow(entry) : List.of(entry);
      for (Path file : files) {
        String name = source.root().relativize(file).toString();
        Path real = RealPaths.within(source.root(), List.of(source.root()), name);
        dataset.place(real, SOURCES + "/" + source.name() + "/" + name);
      }
    }
  }

  private void planes() throws IOException {
    List<MergeReport.Category> all = categories.all();
    int largest = all.isEmpty() ? 0 : all.get(all.size() - 1).id();
    for (MergeSource source : sources) {
      SemanticIds ids = new SemanticIds(categories.changed(source.name()), largest);
      for (String folder : source.planeFolders()) {
        folders.add(folder);
        Path from = source.root().resolve(folder);
        for (Path file : DatasetFolder.filesBelow(from)) {
          String name = from.relativize(file).toString();
          Path real = RealPaths.within(source.root(), List.of(from), name);
          String path = folder + "/" + source.name() + "/" + name;
          if (folder.equals("semantic") && !ids.keeps(real)) {
            try (OutputStream out = dataset.create(path)) {
              ids.write(real, out);
            }
          } else {
            dataset.again(SOURCES + "/" + source.name() + "/" + folder + "/" + name, path);
          }
        }
      }
    }
  }

  /** Who is to be named stays named. */
  private void attribution() throws IOException {
    for (MergeSource source : sources) {
      Path file = source.root().resolve("ATTRIBUTION");
      if (Files.isRegularFile(file)) {
        dataset.append("ATTRIBUTION", source.name() + ":\n" + Files.readString(file));
      }
    }
  }

  private MergeReport report(Set<String> parts, List<String> lost, RecordedFile hashes)
      throws IOException {
    List<String> conflicts = new ArrayList<>(categories.conflicts());
    conflicts.addAll(keypoints.conflicts());
    conflicts.addAll(MergeDifferences.of(sources, parts, folders));
    conflicts.addAll(labels.conflicts());
    List<MergeReport.Source> told = new ArrayList<>();
    SortedMap<String, Long> annotations = new TreeMap<>();
    for (MergeSource source : sources) {
      source.annotations().forEach((kind, count) -> annotations.merge(kind, count, Long::sum));
      told.add(source.report(categories.changed(source.name())));
    }
    return new MergeReport(
        MergeReport.VERSION,
        told,
        categories.all(),
        List.copyOf(folders),
        List.copyOf(formats),
        labels.images(),
        annotations,
        conflicts,
        lost,
        hashes);
  }
}
