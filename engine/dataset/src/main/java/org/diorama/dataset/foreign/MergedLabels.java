package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diorama.core.EngineVersion;
import org.diorama.dataset.coco.CocoFile;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the annotation files of a merged dataset. Images are numbered from 1 in the order of
 * sources, parts and entries; annotations likewise, in each kind of file by itself. All other keys
 * of entries stay as they are.
 */
final class MergedLabels {
  private final List<MergeSource> sources;
  private final NewDataset dataset;
  private final MergedCategories categories;
  private final MergedKeypoints keypoints;
  private final MergedForms forms;
  private final MergedLicenses licenses = new MergedLicenses();
  private final Map<AnnotationKind, Long> lastNumbers = new EnumMap<>(AnnotationKind.class);
  private final Set<String> names = new HashSet<>();
  private final Set<String> repeated = new TreeSet<>();
  private long images;
  private long unlicensed;

  MergedLabels(
      List<MergeSource> sources,
      NewDataset dataset,
      MergedCategories categories,
      MergedKeypoints keypoints,
      MergedForms forms) {
    this.sources = sources;
    this.dataset = dataset;
    this.categories = categories;
    this.keypoints = keypoints;
    this.forms = forms;
    for (MergeSource source : sources) {
      for (AnnotationKind kind : AnnotationKind.values()) {
        source.files(kind).parts().forEach(part -> licenses.add(source.files(kind).head(part)));
      }
    }
  }

  long images() {
    return images;
  }

  /**
   * Writes the file of a kind and part; none where no source has it. Instances come first, since
   * they number all images.
   */
  void write(AnnotationKind kind, String part) throws IOException {
    if (sources.stream().allMatch(source -> source.files(kind).of(part).isEmpty())) {
      return;
    }
    String name = kind.text() + (part.isEmpty() ? "" : "_" + part);
    ObjectNode info = info(kind, part);
    List<ObjectNode> entries = entries(kind);
    CocoFile out = new CocoFile(dataset.files(), name, info, licenses.all(), entries);
    forms.begin(
        kind,
        part,
        new CocoHead(Optional.of(info), licenses.byId()),
        entries.stream()
            .map(one -> ForeignSource.Category.of(new ForeignEntry(name, one)))
            .toList());
    for (MergeSource source : sources) {
      CocoFiles files = source.files(kind);
      CocoHead head = files.head(part);
      if (files.of(part).isEmpty()) {
        continue;
      }
      files.images(
          part,
          entry -> {
            out.image(image(source, head, kind, part, entry));
            forms.image(entry);
          });
      files.annotations(
          part,
          entry -> {
            int[] size = files.size(part, entry.whole("image_id"));
            out.annotation(annotation(source, kind, part, entry));
            forms.annotation(entry, size);
          });
    }
    out.end();
    forms.end();
  }

  /** What each source says of itself stands under its name. */
  private ObjectNode info(AnnotationKind kind, String part) {
    ObjectNode info = StrictJson.instance().createObjectNode();
    List<String> called = sources.stream().map(MergeSource::name).toList();
    info.put("description", "merged from " + String.join(", ", called));
    info.put("version", "diorama " + EngineVersion.text());
    ObjectNode each = info.putObject("sources");
    for (MergeSource source : sources) {
      source.files(kind).head(part).info().ifPresent(own -> each.set(source.name(), own));
    }
    return info;
  }

  /** The categories of a kind of file, under their new ids. */
  private List<ObjectNode> entries(AnnotationKind kind) {
    Map<Integer, ObjectNode> entries = new TreeMap<>();
    for (MergeSource source : sources) {
      for (ForeignSource.Category category : source.files(kind).categories()) {
        int id = categories.newId(source.name(), category.id());
        entries.computeIfAbsent(id, key -> category.entry().deepCopy().put("id", id));
      }
    }
    for (MergeReport.Category category : categories.all()) {
      ObjectNode entry = entries.get(category.id());
      if (entry != null) {
        entry.put("supercategory", category.supercategory());
        if (kind == AnnotationKind.KEYPOINTS) {
          keypoints.tell(entry);
        }
      }
    }
    return List.copyOf(entries.values());
  }

  /** Those of instances are numbered, and take their files along. */
  private ObjectNode image(
      MergeSource source, CocoHead head, AnnotationKind kind, String part, ForeignEntry entry)
      throws IOException {
    long old = entry.whole("id");
    String name = entry.text("file_name");
    if (kind == AnnotationKind.INSTANCES) {
      if (!names.add(name)) {
        repeated.add(name);
      }
      source.renumber(part, old, ++images);
      take(source, part, entry);
    }
    ObjectNode json = entry.json();
    json.put("id", source.newImage(part, entry, "id"));
    json.put("file_name", newName(source, part, name));
    license(head, entry, kind);
    ObjectNode extras =
        json.path("diorama") instanceof ObjectNode there ? there : json.putObject("diorama");
    String before = extras.path("source").asString("");
    extras.put("source", before.isEmpty() ? source.name() : source.name() + "/" + before);
    extras.put("source_image", old);
    return json;
  }

  private void take(MergeSource source, String part, ForeignEntry entry) throws IOException {
    String name = entry.text("file_name");
    Path file = entry.file(named -> source.file(part, named));
    String path = "images/" + newName(source, part, name);
    boolean placed =
        source.isKept() ? dataset.again(kept(source, file), path) : dataset.place(file, path);
    if (!placed) {
      throw entry.bad("names '" + name + "', as another image does");
    }
  }

  /** Where a file of a source that is kept whole has its first name. */
  private static String kept(MergeSource source, Path file) throws IOException {
    return Merging.SOURCES
        + "/"
        + source.name()
        + "/"
        + source.root().toRealPath().relativize(file);
  }

  private void license(CocoHead head, ForeignEntry entry, AnnotationKind kind) {
    JsonNode license = entry.json().path("license");
    if (license.isMissingNode()) {
      return;
    }
    OptionalLong newId =
        license.isIntegralNumber() ? licenses.newId(head, license.asLong()) : OptionalLong.empty();
    if (newId.isPresent()) {
      entry.json().put("license", newId.getAsLong());
    } else {
      entry.json().remove("license");
      unlicensed += kind == AnnotationKind.INSTANCES ? 1 : 0;
    }
  }

  /** Ours have names that differ between parts; others' need not. */
  private static String newName(MergeSource source, String part, String name) {
    String folder = source.name() + "/";
    return source.isKept() || part.isEmpty() ? folder + name : folder + part + "/" + name;
  }

  private ObjectNode annotation(
      MergeSource source, AnnotationKind kind, String part, ForeignEntry entry) throws IOException {
    ObjectNode json = entry.json();
    json.put("image_id", source.newImage(part, entry, "image_id"));
    source.count(kind);
    if (kind == AnnotationKind.PANOPTIC) {
      String name = entry.text("file_name");
      String newName = newName(source, part, name);
      Path file = entry.file(named -> source.panopticFile(part, named));
      String path = "annotations/panoptic/" + newName;
      if (source.isKept()) {
        dataset.again(kept(source, file), path);
      } else {
        dataset.place(file, path);
      }
      json.put("file_name", newName);
      for (JsonNode segment : json.path("segments_info")) {
        recategorize(source, (ObjectNode) segment);
      }
      return json;
    }
    if (kind == AnnotationKind.KEYPOINTS) {
      keypoints.reorder(source.name(), json.get("category_id").asInt(), entry);
    }
    recategorize(source, json);
    return json.put("id", lastNumbers.merge(kind, 1L, Long::sum));
  }

  private void recategorize(MergeSource source, ObjectNode json) {
    int id = json.get("category_id").asInt();
    json.put("category_id", categories.newId(source.name(), id));
  }

  List<String> conflicts() {
    TreeSet<String> lines = new TreeSet<>();
    if (!repeated.isEmpty()) {
      lines.add(
          repeated.size()
              + " file names are in several sources, such as "
              + repeated.iterator().next()
              + ": each source has a folder of its own");
    }
    if (unlicensed > 0) {
      lines.add(unlicensed + " images name a license that their file does not list: without one");
    }
    return List.copyOf(lines);
  }
}
