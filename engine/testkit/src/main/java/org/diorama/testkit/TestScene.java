package org.diorama.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;

/**
 * A decided scene put together by a test: one camera or several, one sun, still objects. Poses are
 * given relative to an origin that may lie far from the world's.
 */
public final class TestScene {
  /** Category of everything that is labelled. */
  public static final Category THING = new Category("thing", 1, "thing", List.of("thing"));

  /** EV100 of a sunny day. */
  public static final double EXPOSURE = 14.5;

  private final InMemoryAssets assets;
  private final Vec3 origin;
  private final List<SampledNode> nodes = new ArrayList<>();
  private final List<SampledCamera> named = new ArrayList<>();
  private PinholeCamera camera = new PinholeCamera(320, 240, 300, 300, 160, 120);
  private Affine3 originFromCamera = Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);
  private LabelRules rules = LabelRules.DEFAULT;

  /**
   * @param origin world meters; all poses are relative to it
   */
  public TestScene(InMemoryAssets assets, Vec3 origin) {
    this.assets = assets;
    this.origin = origin;
  }

  /** By default 320 × 240 with a focal length of 300, at the origin, looking along +Y. */
  public TestScene camera(PinholeCamera pinhole, Affine3 pose) {
    camera = pinhole;
    originFromCamera = pose;
    return this;
  }

  /** Adds a camera of a rig; once there is one, the unnamed camera takes no picture. */
  public TestScene camera(String name, PinholeCamera pinhole, Affine3 pose) {
    named.add(sampled(name, pinhole, pose));
    return this;
  }

  private SampledCamera sampled(String name, PinholeCamera pinhole, Affine3 pose) {
    Affine3 worldFromCamera = Affine3.translation(origin).times(pose);
    return new SampledCamera(
        name, pinhole, MotionStates.still(worldFromCamera), Development.exposed(EXPOSURE));
  }

  public TestScene rules(LabelRules labelRules) {
    rules = labelRules;
    return this;
  }

  /** Adds a labelled instance; returns its id. */
  public int add(String asset, Affine3 originFromObject) {
    return add(asset, originFromObject, THING.id(), SampledMaterial.NONE);
  }

  /** Adds an instance that takes no label; returns its id. */
  public int addUnlabelled(String asset, Affine3 originFromObject) {
    return add(asset, originFromObject, 0, SampledMaterial.NONE);
  }

  /** Adds a labelled instance with drawn values in place of its materials' own; returns its id. */
  public int add(String asset, Affine3 originFromObject, SampledMaterial drawn) {
    return add(asset, originFromObject, THING.id(), drawn);
  }

  private int add(String asset, Affine3 originFromObject, int category, SampledMaterial drawn) {
    int id = nodes.size() + 1;
    nodes.add(
        new SampledNode(
            id,
            id,
            "things",
            nodes.size(),
            0,
            asset,
            assets.model(asset).digest(),
            0,
            category,
            MotionStates.still(Affine3.translation(origin).times(originFromObject)),
            drawn));
    return id;
  }

  public InMemoryAssets assets() {
    return assets;
  }

  public SampledFrame frame() {
    return new SampledFrame(
        "test",
        new FrameKey(0, 0),
        FrameContext.still(0),
        List.of(THING),
        rules,
        named.isEmpty() ? List.of(sampled("", camera, originFromCamera)) : named,
        daylight(),
        SampledWeather.CLEAR,
        nodes,
        List.of(),
        List.of(),
        List.of());
  }

  /** The frame's job with every plane and measure. */
  public RenderJob job() {
    return RenderJob.of(frame(), EnumSet.allOf(Channel.class), EnumSet.allOf(Measure.class));
  }

  private static SampledLighting daylight() {
    LinearColor sky = new LinearColor(3000, 4500, 7000);
    return new SampledLighting(
        Optional.of(
            new SampledLighting.Sun(
                new Vec3(-0.4, -0.6, 0.7).normalize(), LinearColor.WHITE.times(80_000), 0.009)),
        new GradientSky(sky, LinearColor.WHITE.times(6000), LinearColor.WHITE.times(1500)));
  }
}
