package org.diorama.core.sample.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.Places;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

/** A frame is the same alone, in any order and at any step; steps share one search. */
class TargetPurityTest {
  private static final int LENGTH = 4;
  private static final int FRAMES = 3 * LENGTH;

  @Test
  void framesAreTheSameInAnyOrder() {
    isPure(scene(Scope.INSTANCE, SequenceDescription.STILL));
  }

  @Test
  void stepsAreTheSameInAnyOrder() {
    isPure(scene(Scope.INSTANCE, new SequenceDescription(LENGTH, 10, 0)));
  }

  /** Such steps have searches of their own. */
  @Test
  void stepsWithDrawsOfTheirOwnAreTheSameInAnyOrder() {
    SceneDescription scene = scene(Scope.FRAME, new SequenceDescription(LENGTH, 10, 0));
    isPure(scene);
    FrameSampler sampler = new FrameSampler(scene, Targets.FACTS);
    assertNotEquals(
        sampler.sample(0).targets().get(0).wanted(), sampler.sample(1).targets().get(0).wanted());
  }

  @Test
  void aSequenceSearchesOnceAndWhatIsMovedMovesOn() {
    Counter counter = new Counter();
    FrameSampler sampler =
        new FrameSampler(scene(Scope.INSTANCE, new SequenceDescription(LENGTH, 10, 0)), counter);
    SampledFrame first = sampler.sample(0);
    long searched = counter.surfaces.getAndSet(0);
    for (int step = 1; step < LENGTH; step++) {
      SampledFrame later = sampler.sample(step);
      assertEquals(first.targets(), later.targets());
      assertEquals(first.draws(), later.draws());
      for (int i = 0; i < first.nodes().size(); i++) {
        Vec3 moved = Places.origin(later.nodes().get(i)).minus(Places.origin(first.nodes().get(i)));
        double way = later.nodes().get(i).group().equals("wall") ? 0.1 * step : 0;
        assertEquals(0, moved.minus(new Vec3(0, 0, way)).length(), 1e-12);
      }
    }
    assertTrue(
        counter.surfaces.get() * 3 < searched,
        "asked for surfaces " + counter.surfaces + " times in later steps, " + searched + " first");
  }

  private static void isPure(SceneDescription scene) {
    Map<Long, SampledFrame> run = new TreeMap<>();
    FrameSampler inOrder = new FrameSampler(scene, Targets.FACTS);
    for (long number = 0; number < FRAMES; number++) {
      run.put(number, inOrder.sample(number));
    }
    List<Long> order = new ArrayList<>(run.keySet());
    Collections.shuffle(order, new Random(3));
    FrameSampler shuffled = new FrameSampler(scene, Targets.FACTS);
    for (long number : order) {
      assertEquals(run.get(number), shuffled.sample(number), "frame " + number);
      assertEquals(
          run.get(number),
          new FrameSampler(scene, Targets.FACTS).sample(number),
          "alone " + number);
    }
  }

  /** Two posts, of which as much is wanted as is drawn, and two walls that rise slowly. */
  private static SceneDescription scene(Scope scope, SequenceDescription sequence) {
    Parameter<Double> wanted = Scenes.uniform("fraction", 0.2, 0.9, scope);
    ObjectDescription posts =
        Places.counted(
            Targets.made("post", "post", area("post", -3, 3)).toBuilder()
                .targets(Targets.hidden(wanted, "wall"))
                .build(),
            2);
    ObjectDescription walls =
        Places.counted(
            Targets.made("wall", "wall", area("wall", -9, -5)).toBuilder()
                .motion(
                    sequence.equals(SequenceDescription.STILL)
                        ? Optional.empty()
                        : Optional.of(
                            new MotionDescription.Velocity(
                                VectorParameter.constant("velocity", new Vec3(0, 0, 1)),
                                true,
                                Scenes.constant("turn", 0))))
                .build(),
            2);
    return Scenes.scene(7, posts, walls).toBuilder().sequence(sequence).build();
  }

  private static Placement area(String name, double from, double to) {
    return new Placement.Area(
        Scenes.uniform("objects." + name + ".area.x", from, to, Scope.INSTANCE),
        Scenes.uniform("objects." + name + ".area.y", -5, 5, Scope.INSTANCE),
        Scenes.constant("z", 0),
        true,
        0);
  }

  /** Counts how often surfaces are asked for: each ray search does. */
  private static final class Counter implements AssetFacts {
    private final AtomicLong surfaces = new AtomicLong();

    @Override
    public List<String> candidates(AssetReference reference) {
      return Targets.FACTS.candidates(reference);
    }

    @Override
    public AssetFact fact(String assetId) {
      return Targets.FACTS.fact(assetId);
    }

    @Override
    public MeshSurface surface(String assetId, int level) {
      surfaces.incrementAndGet();
      return Targets.FACTS.surface(assetId, level);
    }
  }
}
