package org.diorama.scenefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.core.NearestNames;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.scene.Attachment;
import org.diorama.core.scene.Furnishing;
import org.diorama.core.scene.Ground;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;

/** Whether what objects stand on has the surfaces that they name. */
final class SurfaceChecks {
  private final AssetFacts facts;
  private final Reporter reporter;
  private final Map<String, ObjectDescription> byName = new LinkedHashMap<>();

  /** Takes problems. */
  interface Reporter {
    void report(String path, String problem, String advice);
  }

  SurfaceChecks(AssetFacts facts, Reporter reporter) {
    this.facts = facts;
    this.reporter = reporter;
  }

  /**
   * @param scene whose assets are sound
   */
  void check(SceneDescription scene) {
    scene.allObjects().forEach(object -> byName.put(object.name(), object));
    for (ObjectDescription object : byName.values()) {
      if (object.placement() instanceof Placement.Arranged arranged
          && arranged.ground() instanceof Ground.Surfaces ground) {
        carrier(object, ground).ifPresent(carrier -> check(object, ground, carrier));
      }
    }
  }

  private void check(ObjectDescription object, Ground.Surfaces ground, ObjectDescription carrier) {
    for (String name : ground.names()) {
      Ground.Surfaces one =
          new Ground.Surfaces(
              ground.carrier(), List.of(name), ground.inset(), ground.x(), ground.y());
      Set<String> known = new TreeSet<>();
      if (!has(carrier, one, known)) {
        reporter.report(
            object.path() + ".place.on",
            carrier.name() + " has no surface " + name,
            known.isEmpty() ? "Name one under its surfaces." : NearestNames.advice(name, known));
      }
    }
  }

  /**
   * Whether a surface is there, if only on one of the assets to choose from.
   *
   * @param known takes the names of those that were met
   */
  private boolean has(ObjectDescription carrier, Ground.Surfaces ground, Set<String> known) {
    for (Furnishing.Surface surface : carrier.furnishing().surfaces()) {
      known.add(surface.name());
      if (ground.means(surface.name())) {
        return true;
      }
    }
    List<String> ids = carrier.asset().map(facts::candidates).orElse(List.of());
    for (String id : ids) {
      for (NamedSurface surface : facts.fact(id).surfaces()) {
        known.add(surface.name());
        if (ground.means(surface.name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The object whose instances it stands on: named, attached to, or its parent. */
  private Optional<ObjectDescription> carrier(ObjectDescription object, Ground.Surfaces ground) {
    int dot = object.name().lastIndexOf('.');
    return ground
        .carrier()
        .or(() -> object.attachment().map(Attachment::group))
        .or(() -> Optional.of(object.name().substring(0, Math.max(0, dot))))
        .map(byName::get);
  }
}
