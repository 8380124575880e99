package org.diorama.core.sample.frame;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.random.FrameKey;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.DecidedFrame;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.factor.FactorSampler;
import org.diorama.core.sample.light.LightSampler;
import org.diorama.core.sample.settle.SettleMemory;
import org.diorama.core.sample.split.SplitSampler;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.SceneVariants;

/**
 * Decides frames. The result is a function of scene, asset facts and frame number alone: no clock,
 * no order of calls, no locale; a draw depends on (seed, frame, path, instance, draw number). Safe
 * for use by several threads where the facts are.
 */
public final class FrameSampler {
  private final SceneVariants variants;
  private final AssetFacts facts;
  private final PhysicsSettler settler;
  private final Ephemeris ephemeris;
  private final FactorSampler factors;
  private final SplitSampler splits;
  private final Map<Map<String, String>, VariantSampler> samplers =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  public FrameSampler(
      SceneVariants variants, AssetFacts facts, PhysicsSettler settler, Ephemeris ephemeris) {
    this.variants = variants;
    this.ephemeris = ephemeris;
    this.facts = facts;
    this.settler = new SettleMemory(settler);
    this.factors = new FactorSampler(variants.base());
    this.splits = new SplitSampler(variants.base());
    samplers.put(
        Collections.emptyMap(),
        new VariantSampler(variants.base(), facts, this.settler, ephemeris));
  }

  /**
   * Without physics and ephemeris: frames of scenes that ask for them end in a refusal.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  public FrameSampler(SceneVariants variants, AssetFacts facts) {
    this(variants, facts, PhysicsSettler.none(), Ephemeris.none());
  }

  /**
   * A scene without discrete factors and physics.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where an object's asset does not exist
   */
  public FrameSampler(SceneDescription scene, AssetFacts facts) {
    this(SceneVariants.of(scene), facts);
  }

  /**
   * @param frame number from 0; it need not be below the scene's own count
   * @throws UnmetFrame where the frame's constraints cannot be met
   * @throws org.diorama.core.DioramaException BAD_INPUT where an asset cannot be imported or has no
   *     category in the scene, or the frame holds too many instances; NO_RENDERER where it needs a
   *     simulation and there is none
   */
  public SampledFrame sample(long frame) {
    return decide(frame, start(frame)).decision().frame();
  }

  /** A frame with its instances in their hierarchy. */
  public DecidedFrame decided(long frame) {
    Start start = start(frame);
    Decided decided = decide(frame, start);
    return new DecidedFrame(
        decided.decision().frame(),
        lighting(frame),
        variants.base().sequence().ofOneStep(),
        decided.sampler().order(),
        decided.sampler().instances(decided.decision()));
  }

  private record Decided(VariantSampler sampler, VariantSampler.Decision decision) {}

  private Decided decide(long frame, Start start) {
    FrameContext context =
        new FrameContext(start.position(), start.factors().factors(), start.split());
    VariantSampler sampler =
        samplers.computeIfAbsent(
            start.factors().levels(),
            chosen -> new VariantSampler(variants.at(chosen), facts, settler, ephemeris));
    return new Decided(
        sampler,
        sampler.sample(new FrameKey(variants.base().seed(), frame), context, start.draws()));
  }

  /** The light of a frame as its scene describes it, with a constant for every draw. */
  private LightingDescription lighting(long frame) {
    Start start = start(frame);
    return new LightSampler(start.draws(), ephemeris, facts)
        .decided(variants.at(start.factors().levels()).lighting());
  }

  /** What is decided before anything in the scene. */
  private record Start(
      FramePosition position,
      DrawLog draws,
      FactorSampler.Decision factors,
      Optional<String> split) {}

  private Start start(long frame) {
    SceneDescription base = variants.base();
    FramePosition position =
        FramePosition.of(frame, base.counterfactuals().twins() + 1, base.sequence().length());
    DrawLog draws = new DrawLog(base.seed(), position);
    return new Start(
        position, draws, factors.sample(position, draws), splits.sample(position, draws));
  }
}
