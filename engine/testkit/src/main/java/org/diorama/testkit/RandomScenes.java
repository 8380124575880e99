package org.diorama.testkit;

import java.util.List;
import java.util.Random;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.procedural.Shape;

/**
 * Scenes for property tests: shapes and triangle soups in each other's way, masked surfaces, a huge
 * ground, specks, mirrored and stretched things, some through the camera's plane or behind it.
 */
public final class RandomScenes {
  private static final List<String> ASSETS =
      List.of(
          "box",
          "pyramid",
          "sphere",
          "cylinder",
          "cone",
          "torus",
          "capsule",
          "quad",
          "soup",
          "masked_quad",
          "masked_box",
          "masked_soup");

  private RandomScenes() {}

  /** The same seed and origin give the same scene; print both where a test fails. */
  public static TestScene scene(long seed, Vec3 origin) {
    Random random = new Random(seed);
    TestScene scene = new TestScene(assets(random), origin);
    Vec3 eye = direction(random).times(4 + 6 * random.nextDouble());
    eye = new Vec3(eye.x(), eye.y(), 0.3 + Math.abs(eye.z()));
    double focal = 160 + 400 * random.nextDouble();
    scene.camera(
        new PinholeCamera(320, 240, focal, focal * (0.9 + 0.2 * random.nextDouble()), 150.3, 130.1),
        Rotations.lookAt(eye, direction(random).times(0.5)));
    if (random.nextInt(4) != 0) {
      scene.add("plane", Affine3.scaling(new Vec3(3000, 3000, 1)));
    }
    int count = 8 + random.nextInt(16);
    for (int i = 0; i < count; i++) {
      String asset = ASSETS.get(random.nextInt(ASSETS.size()));
      scene.add(asset, pose(random, place(random, eye, i)));
    }
    return scene;
  }

  /**
   * A {@link #scene} seen by a rig of two or three cameras, whose images differ in size, odd sizes
   * among them, and whose eyes may lie within things.
   */
  public static TestScene rig(long seed, Vec3 origin) {
    TestScene scene = scene(seed, origin);
    Random random = new Random(~seed);
    int cameras = 2 + random.nextInt(2);
    for (int i = 0; i < cameras; i++) {
      int width = 60 + random.nextInt(150);
      int height = 40 + random.nextInt(120);
      double focal = width * (0.5 + random.nextDouble());
      Vec3 eye = direction(random).times(1 + 5 * random.nextDouble());
      scene.camera(
          "camera" + i,
          new PinholeCamera(width, height, focal, focal, 0.4 * width, 0.55 * height),
          Rotations.lookAt(eye, direction(random)));
    }
    return scene;
  }

  /** The same job with every two or three things made one instance. */
  public static RenderJob merged(RenderJob job) {
    List<Draw> draws =
        job.draws().stream()
            .map(
                draw ->
                    new Draw(
                        1 + draw.instanceId() * 2 / 5,
                        draw.assetId(),
                        draw.assetDigest(),
                        draw.level(),
                        draw.worldFromObject(),
                        draw.material()))
            .toList();
    return new RenderJob(draws, job.lighting(), job.views());
  }

  private static Vec3 place(Random random, Vec3 eye, int index) {
    return switch (index) {
      case 0 -> eye.plus(direction(random).times(0.8));
      case 1 -> eye.times(2);
      default ->
          new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(1.7);
    };
  }

  private static Affine3 pose(Random random, Vec3 position) {
    double size = Math.exp(Math.log(0.004) + Math.log(3 / 0.004) * Math.sqrt(random.nextDouble()));
    double mirror = random.nextInt(4) == 0 ? -1 : 1;
    Vec3 scale =
        new Vec3(
            mirror * size, size * (0.3 + random.nextDouble()), size * (0.3 + random.nextDouble()));
    return Affine3.translation(position)
        .times(Rotations.aboutAxis(direction(random), 6.3 * random.nextDouble()))
        .times(Affine3.scaling(scale));
  }

  private static Vec3 direction(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
        .normalize();
  }

  private static InMemoryAssets assets(Random random) {
    InMemoryAssets assets = AnalyticScenes.shapes();
    assets.add("soup", TestMeshes.soup(random, 40), AnalyticScenes.GRAY);
    assets.add("masked_quad", Shape.QUAD.mesh(3), TestMeshes.masked(), TestMeshes.noise(random, 8));
    assets.add("masked_box", Shape.BOX.mesh(3), TestMeshes.masked(), TestMeshes.noise(random, 16));
    assets.add(
        "masked_soup",
        TestMeshes.soup(random, 20),
        TestMeshes.masked(),
        TestMeshes.noise(random, 8));
    return assets;
  }
}
