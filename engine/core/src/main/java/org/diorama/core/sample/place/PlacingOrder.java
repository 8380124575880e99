package org.diorama.core.sample.place;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;

/**
 * The order in which a scene's objects are placed: as written, save that those on, in or attached
 * to others come after them.
 */
public final class PlacingOrder {
  private final Map<String, ObjectDescription> roots = new LinkedHashMap<>();
  private final Map<String, ObjectDescription> ordered = new LinkedHashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();

  private PlacingOrder(List<ObjectDescription> objects) {
    objects.forEach(object -> roots.put(object.name(), object));
  }

  /**
   * @throws DioramaException BAD_INPUT where objects wait for one another, or for none
   */
  public static List<ObjectDescription> of(List<ObjectDescription> objects) {
    PlacingOrder order = new PlacingOrder(objects);
    objects.forEach(order::add);
    return List.copyOf(order.ordered.values());
  }

  private void add(ObjectDescription object) {
    if (ordered.containsKey(object.name())) {
      return;
    }
    if (!waiting.add(object.name())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          object.path() + ": it stands on or in itself, by way of " + String.join(", ", waiting));
    }
    carriers(object).map(name -> root(name, object)).forEach(this::add);
    waiting.remove(object.name());
    ordered.put(object.name(), object);
  }

  /** Names of the groups that an object's own instances and those below stand on. */
  private static Stream<String> carriers(ObjectDescription object) {
    return object
        .withDescendants()
        .flatMap(
            each ->
                Stream.of(
                        each.attachment().map(Attachment::group).stream(),
                        each.placement().carrier().stream(),
                        given(each.placement()))
                    .flatMap(names -> names));
  }

  private static Stream<String> given(Placement placement) {
    return placement instanceof Placement.Given given
        ? given.instances().stream()
            .flatMap(each -> each.carrier().map(Attachment::group).stream())
            .distinct()
        : Stream.empty();
  }

  private ObjectDescription root(String group, ObjectDescription object) {
    String name = group.split("\\.", 2)[0];
    if (!roots.containsKey(name)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, object.path() + ": the scene has no object " + group);
    }
    return roots.get(name);
  }
}
