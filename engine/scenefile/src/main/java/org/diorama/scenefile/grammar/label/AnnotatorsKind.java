package org.diorama.scenefile.grammar.label;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.CameraDescription;
import org.diorama.core.scene.RectifiedCameras;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.yaml.YamlNode;

/** Names of annotators, whose order and repetition mean nothing, or all of them. */
public record AnnotatorsKind() implements Kind<AnnotatorsKind.Asked> {
  private static final OneOfKind<Asked> ALL =
      new OneOfKind<>(Map.of("all", new Asked(List.of(Annotator.values()), true)));
  private static final OneOfKind<Annotator> ONE = one();

  /**
   * What an author asks for.
   *
   * @param all whether it is everything that the scene can have
   */
  public record Asked(List<Annotator> names, boolean all) {
    /**
     * What cameras can have of it.
     *
     * @return empty where they cannot have what is named: disparity without a rectified pair
     */
    public Optional<List<Annotator>> of(List<CameraDescription> cameras) {
      if (!names.contains(Annotator.DISPARITY) || RectifiedCameras.anyOf(cameras)) {
        return Optional.of(names);
      }
      return all
          ? Optional.of(names.stream().filter(each -> each != Annotator.DISPARITY).toList())
          : Optional.empty();
    }
  }

  private static OneOfKind<Annotator> one() {
    Map<String, Annotator> meanings = new LinkedHashMap<>();
    for (Annotator annotator : Annotator.values()) {
      meanings.put(annotator.text(), annotator);
    }
    return new OneOfKind<>(meanings);
  }

  @Override
  public String expected() {
    return "a list of names of annotators, or all";
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.anyOf(
        ALL.schema(schema), Schema.of("type", "array", "items", ONE.schema(schema)));
  }

  @Override
  public Optional<Asked> read(YamlNode node, String path, Reading reading) {
    if (node instanceof YamlNode.Mapping) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    if (!(node instanceof YamlNode.Sequence list)) {
      Optional<Asked> everything = ALL.read(node, path, this, reading);
      everything.ifPresent(all -> reading.gather(Asked.class, all));
      return everything;
    }
    Set<Annotator> named = EnumSet.noneOf(Annotator.class);
    boolean complete = true;
    for (int i = 0; i < list.items().size(); i++) {
      String at = MapKind.join(path, Integer.toString(i));
      reading.locate(at, list.items().get(i).location());
      Optional<Annotator> one = ONE.read(list.items().get(i), at, reading.withoutResolving());
      one.ifPresent(named::add);
      complete &= one.isPresent();
    }
    reading.resolve(
        path, named.stream().map(Annotator::text).collect(Collectors.joining(", ", "[", "]")));
    Asked asked = new Asked(List.copyOf(named), false);
    reading.gather(Asked.class, asked);
    return complete ? Optional.of(asked) : Optional.empty();
  }
}
