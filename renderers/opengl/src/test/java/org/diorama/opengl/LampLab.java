package org.diorama.opengl;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Texture;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.SampledWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.TestMeshes;

/** A dark world with a pale floor and lamps over it, whose luminance is read back from images. */
final class LampLab {
  static final double ALBEDO = 0.8;
  static final SampledLighting NIGHT =
      new SampledLighting(
          Optional.empty(),
          new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK));

  private final InMemoryAssets assets = new InMemoryAssets();
  private final List<Draw> draws = new ArrayList<>();
  private final Vec3 origin;
  private PinholeCamera camera = new PinholeCamera(64, 48, 100, 100, 32.5, 24.5);
  private Affine3 pose = Rotations.lookAt(new Vec3(0, 0, 5), Vec3.ZERO);

  /** A floor of 40 m on a side at z = 0. */
  LampLab() {
    this(Vec3.ZERO);
  }

  /**
   * @param origin of everything, in the world
   */
  LampLab(Vec3 origin) {
    this.origin = origin;
    Material pale = Material.plain("pale", LinearColor.WHITE.times(ALBEDO), 0, 1);
    assets.add("floor", Shape.PLANE.mesh(4), pale);
    assets.add("box", Shape.BOX.mesh(4), pale);
    assets.add("ball", Shape.SPHERE.mesh(48), pale);
    add("floor", Affine3.scaling(new Vec3(40, 40, 1)));
  }

  LampLab camera(PinholeCamera pinhole, Affine3 originFromCamera) {
    camera = pinhole;
    pose = originFromCamera;
    return this;
  }

  /** Nothing is there any more, not even a floor. */
  LampLab clear() {
    draws.clear();
    return this;
  }

  LampLab add(String asset, Affine3 originFromObject) {
    Affine3 place = Affine3.translation(origin).times(originFromObject);
    draws.add(assets.draw(draws.size() + 1, asset, place));
    return this;
  }

  /** A floor of another material just above its own. */
  LampLab paved(Material material) {
    assets.add("paving", Shape.PLANE.mesh(4), material);
    return add(
        "paving",
        Affine3.translation(new Vec3(0, 0, 0.01)).times(Affine3.scaling(new Vec3(40, 40, 1))));
  }

  /** A box with its lowest face's center at a point. */
  LampLab box(Vec3 at, Vec3 size) {
    return add("box", Affine3.translation(at).times(Affine3.scaling(size)));
  }

  /** A level square of 1 m at a height whose half at x < 0 is solid, seen by no camera above it. */
  LampLab addLattice(double height) {
    return addFence(height, 32, 64);
  }

  /**
   * A level square of 1 m at a height whose bars run along Y.
   *
   * @param solid width of a bar, in 64ths of a meter
   * @param period from bar to bar, likewise
   */
  LampLab addFence(double height, int solid, int period) {
    byte[] texels = new byte[4 * 64 * 64];
    for (int i = 0; i < 64 * 64; i++) {
      texels[4 * i + 3] = (byte) (i % period < solid ? 255 : 0);
    }
    Material masked = TestMeshes.masked();
    assets.add("lattice", Shape.PLANE.mesh(4), masked, new Texture(64, 64, true, List.of(texels)));
    return add("lattice", Affine3.translation(new Vec3(0, 0, height)));
  }

  /** A white lamp that shines in a direction. */
  SampledLamp lamp(LampShape shape, Vec3 at, Vec3 target, double lumen) {
    Affine3 aimed = Rotations.forwardLeftUp(Rotations.lookAt(at, target));
    return new SampledLamp(
        "lamp",
        0,
        shape,
        MotionStates.still(Affine3.translation(origin).times(aimed)),
        LinearColor.WHITE.times(lumen / shape.lumensOfCandela()),
        false);
  }

  static SampledLamp visible(SampledLamp lamp) {
    return new SampledLamp(
        lamp.name(), lamp.index(), lamp.shape(), lamp.worldFromLamp(), lamp.intensity(), true);
  }

  SampledLamp above(LampShape shape, double height, double lumen) {
    return lamp(shape, new Vec3(0, 0, height), Vec3.ZERO, lumen);
  }

  /** An image: its planes, copied. */
  record Shot(int width, byte[] color, byte[] depth, byte[] instance, double white) {
    int code(int x, int y) {
      return color[4 * (y * width + x)] & 0xff;
    }

    /** Whether a pixel shows a thing. */
    boolean shows(int x, int y) {
      return instance[2 * (y * width + x)] != 0;
    }

    /** cd/m² of the red channel; meant for values below the shoulder. */
    double luminance(int x, int y) {
      return decode(code(x, y)) * white;
    }
  }

  static double decode(int code) {
    double v = code / 255.0;
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }

  /** EV100 at which a luminance is seen as a share of white. */
  static double exposure(double luminance, double share) {
    return StrictMath.log(luminance / share / 1.2) / StrictMath.log(2);
  }

  Shot shoot(double ev, SampledLamp... lamps) {
    return shoot(ev, NIGHT.with(List.of(lamps)));
  }

  Shot shoot(double ev, SampledLighting light) {
    return shoot(ev, light, SampledWeather.CLEAR);
  }

  Shot shoot(double ev, SampledLighting light, SampledWeather weather, Effect... without) {
    Affine3 worldFromCamera = Affine3.translation(origin).times(pose);
    View view =
        new View(
            "", camera, worldFromCamera, Development.exposed(ev), EnumSet.allOf(Channel.class));
    RenderJob job = new RenderJob(draws, light, weather, List.of(view));
    for (Effect effect : without) {
      job = job.without(effect);
    }
    Shot[] shot = {null};
    Renders.view(
        assets,
        job,
        rendered ->
            shot[0] =
                new Shot(
                    rendered.width(),
                    bytes(rendered, Channel.COLOR),
                    bytes(rendered, Channel.DEPTH),
                    bytes(rendered, Channel.INSTANCE),
                    1.2 * StrictMath.pow(2, ev)));
    return shot[0];
  }

  private static byte[] bytes(RenderedView view, Channel channel) {
    byte[] copy = new byte[view.plane(channel).remaining()];
    view.plane(channel).duplicate().get(copy);
    return copy;
  }
}
