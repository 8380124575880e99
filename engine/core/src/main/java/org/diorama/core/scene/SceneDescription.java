package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scene as its author declared it: every value a distribution, nothing drawn yet.
 *
 * @param version of the scene language
 * @param frames how many frames a plain render makes
 * @param seed of all randomness; any value, 0 included
 * @param cameras in the file's order, at least one; the only one may be unnamed
 * @param weather empty for clear air over dry ground
 * @param lamps in the file's order
 * @param objects in the file's order
 * @param paths that objects may follow, by name
 * @param annotators what is said of each frame
 * @param factors in the file's order
 * @param balance names of the discrete factors whose levels are stratified
 */
public record SceneDescription(
    int version,
    String name,
    long frames,
    long seed,
    List<Category> categories,
    List<CameraDescription> cameras,
    LightingDescription lighting,
    Optional<WeatherDescription> weather,
    List<LampDescription> lamps,
    List<ObjectDescription> objects,
    List<ScenePath> paths,
    LabelRules labels,
    Annotators annotators,
    List<Factor> factors,
    List<String> balance,
    Counterfactuals counterfactuals,
    SequenceDescription sequence,
    SplitDescription split) {
  public SceneDescription {
    categories = List.copyOf(categories);
    cameras = List.copyOf(cameras);
    lamps = List.copyOf(lamps);
    objects = List.copyOf(objects);
    paths = List.copyOf(paths);
    factors = List.copyOf(factors);
    balance = List.copyOf(balance);
  }

  /** Still frames without lamps, factors, twins and splits. */
  public SceneDescription(
      int version,
      String name,
      long frames,
      long seed,
      List<Category> categories,
      List<CameraDescription> cameras,
      LightingDescription lighting,
      List<ObjectDescription> objects,
      LabelRules labels) {
    this(
        version,
        name,
        frames,
        seed,
        categories,
        cameras,
        lighting,
        Optional.empty(),
        List.of(),
        objects,
        List.of(),
        labels,
        Annotators.DEFAULT,
        List.of(),
        List.of(),
        Counterfactuals.NONE,
        SequenceDescription.STILL,
        SplitDescription.NONE);
  }

  /** All groups of objects, parents before their children. */
  public Stream<ObjectDescription> allObjects() {
    return objects.stream().flatMap(ObjectDescription::withDescendants);
  }

  /** The same with some parts changed. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the parts of one; parts that are not set stay as they are. */
  public static final class Builder {
    private final int version;
    private final String name;
    private long frames;
    private final long seed;
    private final List<Category> categories;
    private List<CameraDescription> cameras;
    private LightingDescription lighting;
    private Optional<WeatherDescription> weather;
    private List<LampDescription> lamps;
    private List<ObjectDescription> objects;
    private List<ScenePath> paths;
    private LabelRules labels;
    private Annotators annotators;
    private List<Factor> factors;
    private List<String> balance;
    private Counterfactuals counterfactuals;
    private SequenceDescription sequence;
    private SplitDescription split;

    private Builder(SceneDescription from) {
      version = from.version;
      name = from.name;
      frames = from.frames;
      seed = from.seed;
      categories = from.categories;
      cameras = from.cameras;
      lighting = from.lighting;
      weather = from.weather;
      lamps = from.lamps;
      objects = from.objects;
      paths = from.paths;
      labels = from.labels;
      annotators = from.annotators;
      factors = from.factors;
      balance = from.balance;
      counterfactuals = from.counterfactuals;
      sequence = from.sequence;
      split = from.split;
    }

    public Builder frames(long value) {
      frames = value;
      return this;
    }

    public Builder cameras(List<CameraDescription> value) {
      cameras = value;
      return this;
    }

    public Builder lighting(LightingDescription value) {
      lighting = value;
      return this;
    }

    public Builder weather(Optional<WeatherDescription> value) {
      weather = value;
      return this;
    }

    public Builder lamps(List<LampDescription> value) {
      lamps = value;
      return this;
    }

    public Builder objects(List<ObjectDescription> value) {
      objects = value;
      return this;
    }

    public Builder paths(List<ScenePath> value) {
      paths = value;
      return this;
    }

    public Builder labels(LabelRules value) {
      labels = value;
      return this;
    }

    public Builder annotators(Annotators value) {
      annotators = value;
      return this;
    }

    public Builder factors(List<Factor> value) {
      factors = value;
      return this;
    }

    public Builder balance(List<String> value) {
      balance = value;
      return this;
    }

    public Builder counterfactuals(Counterfactuals value) {
      counterfactuals = value;
      return this;
    }

    public Builder sequence(SequenceDescription value) {
      sequence = value;
      return this;
    }

    public Builder split(SplitDescription value) {
      split = value;
      return this;
    }

    public SceneDescription build() {
      return new SceneDescription(
          version,
          name,
          frames,
          seed,
          categories,
          cameras,
          lighting,
          weather,
          lamps,
          objects,
          paths,
          labels,
          annotators,
          factors,
          balance,
          counterfactuals,
          sequence,
          split);
    }
  }
}
