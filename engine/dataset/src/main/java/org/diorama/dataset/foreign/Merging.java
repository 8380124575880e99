package org.diorama.dataset.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.EngineVersion;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.coco.CocoFile;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins datasets, ours and other makers' in COCO's form. Each source keeps a folder of its own
 * under {@code images/} and the folders beside it. Images are numbered from 1 in the order of
 * sources, parts and entries; annotations likewise, in each kind of file by itself. All other keys
 * of entries stay as they are.
 */
public final class Merging {
  private final List<MergeSource> sources;
  private final NewDataset dataset;
  private final MergedCategories categories;
  private final Map<String, long[]> counts = new LinkedHashMap<>();
  private final Map<AnnotationKind, Long> lastNumbers = new HashMap<>();
  private final Set<String> folders = new TreeSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> repeated = new TreeSet<>();
  private final List<String> conflicts = new ArrayList<>();
  private long images;

  private Merging(List<MergeSource> sources, NewDataset dataset) throws IOException {
    this.sources = sources;
    this.dataset = dataset;
    Map<String, List<ForeignSource.Category>> byName = new LinkedHashMap<>();
    for (MergeSource source : sources) {
      byName.put(source.name(), source.categories());
      counts.put(source.name(), new long[2]);
    }
    categories = new MergedCategories(byName);
    conflicts.addAll(categories.conflicts());
  }

  /**
   * Merges.
   *
   * @param roots at least one
   * @param out not there yet, or an empty folder; it appears when all is done
   * @throws DioramaException USAGE, BAD_INPUT, CANNOT_CREATE, PERMISSION or INPUT_OUTPUT
   */
  public static MergeReport run(List<Path> roots, Path out, Placing placing) {
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
        return new Merging(sources, dataset).run();
      }
    } catch (IOException e) {
      throw FileFailures.writing(out, e);
    }
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
    Set<String> parts = new TreeSet<>();
    sources.forEach(source -> parts.addAll(source.parts()));
    for (AnnotationKind kind : AnnotationKind.values()) {
      for (String part : parts) {
        kind(kind, part);
      }
    }
    planes();
    attribution();
    tellConflicts(parts);
    MergeReport report = report();
    dataset.complete("merged.json", StrictJson.line(report));
    return report;
  }

  private void kind(AnnotationKind kind, String part) throws IOException {
    if (sources.stream().allMatch(source -> source.files(kind, part).isEmpty())) {
      return;
    }
    String name = kind.text() + (part.isEmpty() ? "" : "_" + part);
    CocoFile.Info info =
        new CocoFile.Info(
            "merged from " + String.join(", ", sources.stream().map(MergeSource::name).toList()),
            "diorama " + EngineVersion.text());
    CocoFile out = new CocoFile(dataset.files(), name, info, entries(kind));
    for (MergeSource source : sources) {
      if (kind == AnnotationKind.INSTANCES && source.parts().contains(part)) {
        source.images(part, entry -> out.image(firstSight(source, part, entry)));
      }
      for (Path file : source.files(kind, part)) {
        if (kind != AnnotationKind.INSTANCES) {
          CocoEntries.read(file, "images", entry -> out.image(image(source, part, entry)));
        }
        CocoEntries.read(
            file, "annotations", entry -> out.annotation(annotation(source, kind, part, entry)));
      }
    }
    out.end();
  }

  /** The categories of a kind of file, under their new ids. */
  private List<ObjectNode> entries(AnnotationKind kind) {
    Map<Integer, ObjectNode> entries = new TreeMap<>();
    for (MergeSource source : sources) {
      for (ForeignSource.Category category : source.categories(kind)) {
        int id = categories.newId(source.name(), category.id());
        entries.putIfAbsent(id, category.entry().put("id", id));
      }
    }
    categories
        .all()
        .forEach(
            category -> {
              if (entries.containsKey(category.id())) {
                entries.get(category.id()).put("supercategory", category.supercategory());
              }
            });
    return List.copyOf(entries.values());
  }

  /** Numbers an image and takes its file in. */
  private ObjectNode firstSight(MergeSource source, String part, ForeignEntry entry)
      throws IOException {
    String name = entry.text("file_name");
    if (!names.add(name)) {
      repeated.add(name);
    }
    source.renumber(part, entry.whole("id"), ++images);
    counts.get(source.name())[0]++;
    if (!dataset.place(source.file(part, name), "images/" + newName(source, part, name))) {
      throw entry.bad("names '" + name + "', as another image does");
    }
    return told(source, part, entry, images);
  }

  private ObjectNode image(MergeSource source, String part, ForeignEntry entry) {
    return told(source, part, entry, source.newImage(part, entry, "id"));
  }

  private static ObjectNode told(MergeSource source, String part, ForeignEntry entry, long id) {
    ObjectNode json = entry.json();
    json.put("id", id);
    json.put("file_name", newName(source, part, entry.text("file_name")));
    ObjectNode extras =
        json.path("diorama") instanceof ObjectNode there ? there : json.putObject("diorama");
    extras.put("source", source.name());
    return json;
  }

  /** Ours have names that differ between parts; others' need not. */
  private static String newName(MergeSource source, String part, String name) {
    String folder = source.name() + "/";
    return source.isOurs() || part.isEmpty() ? folder + name : folder + part + "/" + name;
  }

  private ObjectNode annotation(
      MergeSource source, AnnotationKind kind, String part, ForeignEntry entry) throws IOException {
    ObjectNode json = entry.json();
    json.put("image_id", source.newImage(part, entry, "image_id"));
    if (kind == AnnotationKind.PANOPTIC) {
      String name = entry.text("file_name");
      String newName = newName(source, part, name);
      dataset.place(source.panopticFile(part, name), "annotations/panoptic/" + newName);
      json.put("file_name", newName);
      for (JsonNode segment : json.path("segments_info")) {
        recategorize(source, entry, segment);
      }
      return json;
    }
    recategorize(source, entry, json);
    if (kind == AnnotationKind.INSTANCES) {
      counts.get(source.name())[1]++;
    }
    return json.put("id", lastNumbers.merge(kind, 1L, Long::sum));
  }

  private void recategorize(MergeSource source, ForeignEntry entry, JsonNode named) {
    int id = named.path("category_id").asInt(0);
    if (!(named instanceof ObjectNode json) || !categories.knows(source.name(), id)) {
      throw entry.bad("has an annotation of category " + id + ", not listed");
    }
    json.put("category_id", categories.newId(source.name(), id));
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
            dataset.takeAway(real);
          } else {
            dataset.place(real, path);
          }
        }
      }
      if (source.isOurs()) {
        dataset.takeAway(source.root().resolve("_SUCCESS").toRealPath());
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

  private void tellConflicts(Set<String> parts) throws IOException {
    conflicts.addAll(MergeDifferences.of(sources, parts, folders));
    if (!repeated.isEmpty()) {
      conflicts.add(
          repeated.size()
              + " file names are in several sources, such as "
              + repeated.iterator().next()
              + ": each source has a folder of its own");
    }
  }

  private MergeReport report() {
    List<MergeReport.Source> told = new ArrayList<>();
    long annotations = 0;
    for (MergeSource source : sources) {
      long[] count = counts.get(source.name());
      annotations += count[1];
      told.add(
          new MergeReport.Source(
              source.name(),
              count[0],
              count[1],
              categories.changed(source.name()),
              source.depthScale(),
              source.cameras()));
    }
    return new MergeReport(
        told, categories.all(), List.copyOf(folders), images, annotations, conflicts);
  }
}
