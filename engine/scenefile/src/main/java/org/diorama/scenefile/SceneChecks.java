package org.diorama.scenefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.sample.split.Candidates;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SkyDescription;
import org.diorama.scenefile.diagnostic.Findings;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.diorama.scenefile.variant.LevelReading;

/** The second step of checking a scene: what it says of assets, against the assets there are. */
public final class SceneChecks {
  private static final String SKY = "lighting.sky";

  private final AssetFacts facts;
  private final Map<String, Location> locations;
  private final Problems problems;
  private final Map<AssetReference, Answer> answers;

  /** What the assets there are say of a reference: a category, or why they have none. */
  private record Answer(Optional<String> category, String problem) {}

  private SceneChecks(
      AssetFacts facts,
      Map<String, Location> locations,
      Problems problems,
      Map<AssetReference, Answer> answers) {
    this.facts = facts;
    this.locations = locations;
    this.problems = problems;
    this.answers = answers;
  }

  /**
   * All problems of a scene in the order of the file: those of its reading, and those with the
   * assets that could be read, whatever the level of a factor. What labels and splits say of assets
   * is looked at where the reading is sound.
   */
  public static Findings check(SceneReading reading, AssetFacts facts) {
    Problems problems = new Problems();
    problems.add(reading.findings());
    Map<AssetReference, Answer> answers = new HashMap<>();
    SceneChecks base = new SceneChecks(facts, reading.locations(), problems, answers);
    if (reading.scene().isPresent()) {
      base.check(reading.scene().get());
    } else {
      base.check(reading.assets());
    }
    new SurfaceChecks(facts, problems, base::report).check(reading.surfaces(), reading.assets());
    for (LevelReading level : reading.levels()) {
      SceneChecks checks = new SceneChecks(facts, level.locations(), problems, answers);
      if (reading.scene().isPresent() && level.scene().isPresent()) {
        checks.check(level.scene().get());
      } else {
        checks.check(level.assets());
      }
      new SurfaceChecks(facts, problems, checks::report).check(level.surfaces(), level.assets());
    }
    return problems.findings();
  }

  private void check(SortedMap<String, AssetReference> assets) {
    assets.forEach(
        (path, asset) -> alone(asset).forEach(reference -> assetCategory(reference, path)));
  }

  private void check(SceneDescription scene) {
    long before = problems.size();
    scene
        .allObjects()
        .forEach(
            object -> object.asset().ifPresent(asset -> check(object, asset, scene.categories())));
    if (scene.lighting().sky() instanceof SkyDescription.Image image) {
      checkSky(image);
    }
    if (problems.size() == before) {
      new PartChecks(this::report).check(scene);
      new KeypointChecks(facts, this::report).check(scene);
      new SkeletonChecks(facts, this::report).check(scene);
      checkSplit(scene);
    }
  }

  /** Of an image as of assets: what is wrong with it is told once for each place. */
  private void checkSky(SkyDescription.Image image) {
    try {
      if (facts.skyFact(image.file()).unit().isEmpty() && image.illuminance().isEmpty()) {
        report(
            SKY + ".hdri",
            image.file() + " does not say how bright it is",
            "Add illuminance, the lux on level ground: 100000 on a sunny noon, 10000 under clouds.");
      }
    } catch (DioramaException e) {
      report(SKY + ".hdri", ofInput(e), "");
    }
  }

  /** Every part of the dataset has assets for every object. */
  private void checkSplit(SceneDescription scene) {
    for (Candidates.Lack lack : new Candidates(scene, facts).lacks()) {
      report(
          lack.object().path() + ".asset",
          "none of its "
              + (lack.assets() == 1 ? "1 asset falls" : lack.assets() + " assets falls")
              + " to "
              + lack.part()
              + " of the split by asset",
          "Give it more assets, try another seed, or write by: frame.");
    }
  }

  private void check(ObjectDescription object, AssetReference asset, List<Category> categories) {
    String path = object.path() + ".asset";
    if (asset instanceof AssetReference.OneOf one) {
      for (int i = 0; i < one.alternatives().size(); i++) {
        check(one.alternatives().get(i), path + "." + i, object.label(), categories);
      }
    } else {
      check(asset, path, object.label(), categories);
    }
  }

  private void check(
      AssetReference asset, String path, LabelChoice label, List<Category> categories) {
    for (AssetReference reference : alone(asset)) {
      Optional<String> category = assetCategory(reference, path);
      if (category.isPresent() && label instanceof LabelChoice.FromAsset) {
        checkLabel(category.get(), path, categories);
      }
    }
  }

  /** Categories as one reference for each, so that each is checked. */
  private static List<AssetReference> alone(AssetReference reference) {
    return reference instanceof AssetReference.AnyOf any
        ? any.categories().stream()
            .<AssetReference>map(category -> new AssetReference.AnyOf(List.of(category)))
            .toList()
        : List.of(reference);
  }

  /** The asset's own category; empty where the asset is a problem. */
  private Optional<String> assetCategory(AssetReference reference, String path) {
    if (problems.isFull()) {
      return Optional.empty();
    }
    Answer answer = answers.computeIfAbsent(reference, this::ask);
    if (answer.category().isEmpty()) {
      report(path, answer.problem(), "");
    }
    return answer.category();
  }

  private Answer ask(AssetReference reference) {
    try {
      List<String> ids = facts.candidates(reference);
      return new Answer(
          Optional.of(
              reference instanceof AssetReference.AnyOf any
                  ? any.categories().get(0)
                  : facts.fact(ids.get(0)).category()),
          "");
    } catch (DioramaException e) {
      return new Answer(Optional.empty(), ofInput(e));
    }
  }

  /** The message of a problem with what the author gave; other failures are passed on. */
  private static String ofInput(DioramaException e) {
    if (e.status() != ExitStatus.BAD_INPUT) {
      throw e;
    }
    String message = e.getMessage();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private void checkLabel(String category, String path, List<Category> categories) {
    List<String> known = categories.stream().flatMap(each -> each.from().stream()).toList();
    if (!known.contains(category)) {
      String guess =
          problems.nearest(category, known).map(name -> " (near: " + name + ")").orElse("");
      report(
          path,
          category.isEmpty()
              ? "the asset has no category of its own"
              : "no category of the scene takes in " + category + guess,
          "Add it under categories, or write label: CATEGORY or label: none.");
    }
  }

  private void report(String path, String problem, String advice) {
    problems.add(SceneReading.locate(locations, path).orElseThrow(), path, problem, advice);
  }
}
