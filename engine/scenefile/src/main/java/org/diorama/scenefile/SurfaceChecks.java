package org.diorama.scenefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Ground;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SurfaceUse;

/** Whether what objects stand on has the surfaces that they name. */
final class SurfaceChecks {
  private final AssetFacts facts;
  private final Problems problems;
  private final Reporter reporter;

  /** Takes problems. */
  interface Reporter {
    void report(String path, String problem, String advice);
  }

  /**
   * @param problems that are known, which what is spent on guesses counts with
   */
  SurfaceChecks(AssetFacts facts, Problems problems, Reporter reporter) {
    this.facts = facts;
    this.problems = problems;
    this.reporter = reporter;
  }

  /** Surfaces of one object, and whether {@code boards} are among them. */
  private record Known(Set<String> names, boolean boards) {}

  /**
   * @param assets of the scene that could be read, by the path that names them
   */
  void check(List<SurfaceUse> uses, SortedMap<String, AssetReference> assets) {
    Map<String, Optional<Known>> byCarrier = new HashMap<>();
    for (SurfaceUse use : uses) {
      Optional<Known> known =
          byCarrier.computeIfAbsent(use.carrierPath(), absent -> known(use, assets));
      boolean boards = use.surface().equals(Ground.Surfaces.BOARDS);
      if (known.isPresent()
          && !known.get().names().contains(use.surface())
          && !(boards && known.get().boards())) {
        reporter.report(
            use.path(),
            use.carrier() + " has no surface " + use.surface(),
            known.get().names().isEmpty()
                ? "Name one under its surfaces."
                : problems.advice(use.surface(), known.get().names()));
      }
    }
  }

  /**
   * All surfaces of what something stands on, of all assets that there are to choose from; nothing
   * where something is wrong with one.
   */
  private Optional<Known> known(SurfaceUse use, SortedMap<String, AssetReference> assets) {
    Set<String> known = new TreeSet<>(use.declared());
    String asset = use.carrierPath() + ".asset";
    List<AssetReference> references = new ArrayList<>();
    assets.tailMap(asset).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(asset))
        .filter(entry -> entry.getKey().equals(asset) || entry.getKey().startsWith(asset + "."))
        .forEach(entry -> references.add(entry.getValue()));
    try {
      for (AssetReference reference : references) {
        for (String id : facts.candidates(reference)) {
          facts.fact(id).surfaces().forEach(surface -> known.add(surface.name()));
        }
      }
    } catch (DioramaException e) {
      // Who checks assets tells it.
      if (e.status() != ExitStatus.BAD_INPUT) {
        throw e;
      }
      return Optional.empty();
    }
    Ground.Surfaces boards =
        new Ground.Surfaces(
            Optional.empty(),
            List.of(Ground.Surfaces.BOARDS),
            0,
            Optional.empty(),
            Optional.empty());
    return Optional.of(new Known(known, known.stream().anyMatch(boards::means)))
        .filter(present -> !use.built() || !references.isEmpty());
  }
}
