package org.diorama.scenefile.variant;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.grammar.SceneKeys;
import org.diorama.scenefile.grammar.kind.Reading;

/** Variants that are read when they are first asked for, and kept. */
final class LevelVariants implements SceneVariants {
  private final SceneDescription base;
  private final LevelParts parts;
  private final Function<Problems, Reading> readings;
  private final Map<Map<String, String>, SceneDescription> known = new ConcurrentHashMap<>();

  LevelVariants(SceneDescription base, LevelParts parts, Function<Problems, Reading> readings) {
    this.base = base;
    this.parts = parts;
    this.readings = readings;
  }

  @Override
  public SceneDescription base() {
    return base;
  }

  /**
   * @throws DioramaException BAD_INPUT where levels contradict one another that were not read
   *     together when the scene was, since it is large
   */
  @Override
  public SceneDescription at(Map<String, String> levels) {
    return known.computeIfAbsent(Map.copyOf(levels), this::read);
  }

  private SceneDescription read(Map<String, String> levels) {
    Problems problems = new Problems();
    Optional<SceneDescription> scene =
        SceneKeys.read(parts.over(levels, problems), readings.apply(problems));
    if (!problems.isEmpty()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, problems.findings().toString());
    }
    return scene.orElseThrow();
  }
}
