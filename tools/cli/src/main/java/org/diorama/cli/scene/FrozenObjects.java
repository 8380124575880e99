package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.diorama.core.sample.DecidedFrame;
import org.diorama.core.sample.DecidedInstance;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.NamedPoint;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.scenefile.grammar.SceneKeys;

/**
 * The objects of a frozen scene: the frame's, by their names in their hierarchy, each with exactly
 * the instances that it has there.
 */
final class FrozenObjects {
  private final DecidedFrame frame;
  private final Map<String, AssetReference> assets;
  private final Map<String, List<DecidedInstance>> instances = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, List<String>> files = new LinkedHashMap<>();
  private final String stem;
  private final int most;

  /**
   * @param assets what the scene says for the ids of its shapes and files
   * @param stem what names of files of instances start with
   * @param most instances of an object that need no file
   */
  FrozenObjects(DecidedFrame frame, Map<String, AssetReference> assets, String stem, int most) {
    this.frame = frame;
    this.assets = assets;
    this.stem = stem;
    this.most = most;
    for (DecidedInstance instance : frame.instances()) {
      instances.computeIfAbsent(instance.object().path(), path -> new ArrayList<>()).add(instance);
    }
  }

  List<String> lines() {
    objects("objects", frame.objects(), "");
    return lines;
  }

  /** Lines of JSON by the names of the files that the objects name. */
  Map<String, List<String>> instanceFiles() {
    return files;
  }

  /** Those of which there are instances. */
  private void objects(String key, List<ObjectDescription> objects, String indent) {
    List<ObjectDescription> there =
        objects.stream().filter(object -> instances.containsKey(object.path())).toList();
    lines.add(indent + key + (there.isEmpty() ? ": {}" : ":"));
    there.forEach(object -> object(object, indent + "  "));
  }

  private void object(ObjectDescription object, String indent) {
    String name = object.name().substring(object.name().lastIndexOf('.') + 1);
    lines.add(indent + SceneText.quoted(name) + ":");
    String inner = indent + "  ";
    List<DecidedInstance> its = instances.get(object.path());
    List<String> ids = its.stream().flatMap(each -> each.assetId().stream()).distinct().toList();
    if (!ids.isEmpty()) {
      lines.add(
          inner
              + "asset: "
              + ids.stream().map(this::asset).collect(Collectors.joining(", ", "[", "]")));
      label(object.label(), inner);
    }
    if (!object.keypoints().isEmpty()) {
      lines.add(inner + "keypoints: " + keypoints(object.keypoints()));
    }
    if (!object.skeleton().isEmpty()) {
      lines.add(inner + "skeleton: " + skeleton(object.skeleton()));
    }
    List<String> entries =
        its.stream()
            .map(
                each ->
                    SceneText.entry(SceneKeys.instanceNumbers(each.site()), instance(each, ids)))
            .toList();
    if (its.size() > most) {
      String file = stem + "-" + (files.size() + 1) + ".jsonl";
      files.put(file, entries.stream().map(SceneText::map).toList());
      lines.add(inner + "instances: " + SceneText.quoted(file));
    } else {
      lines.add(inner + "instances:");
      entries.forEach(entry -> lines.add(inner + "  " + entry));
    }
    boolean parent =
        object.children().stream().anyMatch(each -> instances.containsKey(each.path()));
    if (parent || ids.isEmpty()) {
      objects("children", object.children(), inner);
    }
  }

  private void label(LabelChoice label, String indent) {
    if (label instanceof LabelChoice.As as) {
      lines.add(indent + "label: " + SceneText.quoted(as.category()));
    } else if (label instanceof LabelChoice.Parent) {
      lines.add(indent + "label: parent");
    } else if (label instanceof LabelChoice.None) {
      lines.add(indent + "label: none");
    }
  }

  private static String keypoints(List<NamedPoint> points) {
    return points.stream()
        .map(point -> SceneText.quoted(point.name()) + ": " + SceneText.vector(point.position()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String skeleton(List<Bone> bones) {
    return bones.stream()
        .map(bone -> "[" + SceneText.quoted(bone.from()) + ", " + SceneText.quoted(bone.to()) + "]")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String instance(DecidedInstance instance, List<String> ids) {
    StringJoiner parts = new StringJoiner(", ", "{", "}");
    instance
        .assetId()
        .map(ids::indexOf)
        .ifPresent(number -> parts.add(SceneText.entry("asset", number.toString())));
    instance
        .carrier()
        .ifPresent(carrier -> parts.add(SceneText.entry("attach", attachment(carrier))));
    parts.add(SceneText.entry("transform", SceneText.transform(instance.frameFromObject())));
    instance
        .scale()
        .ifPresent(scale -> parts.add(SceneText.entry("scale", SceneText.vector(scale))));
    instance.level().ifPresent(level -> parts.add(SceneText.entry("level", level.toString())));
    FrozenMaterials.of(instance.material()).forEach(parts::add);
    instance
        .motion()
        .ifPresent(
            poses -> parts.add(SceneText.entry("motion", SceneText.map(SceneText.poses(poses)))));
    return parts.toString();
  }

  private static String attachment(Attachment carrier) {
    return SceneText.map(
        SceneText.entry("to", SceneText.quoted(carrier.group())),
        SceneText.entry("instance", Integer.toString(carrier.instance())));
  }

  private String asset(String id) {
    AssetReference reference = assets.get(id);
    if (reference instanceof AssetReference.Primitive shape) {
      return "{primitive: " + shape.shape() + ", segments: " + shape.segments() + "}";
    }
    if (reference instanceof AssetReference.ModelFile file) {
      return "{file: "
          + SceneText.quoted(file.path())
          + ", units: "
          + SceneKeys.lengthUnit(file.metersPerUnit())
          + ", up: "
          + file.up().name().toLowerCase(Locale.ROOT)
          + "}";
    }
    return reference instanceof AssetReference.Built built
        ? FrozenConstruction.of(built.construction())
        : SceneText.quoted(id);
  }
}
