package org.diorama.testkit;

import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.procedural.Primitives;
import org.diorama.procedural.Shape;

/**
 * Scenes whose labels have closed forms. The camera stands in their origin and looks along +Y, so
 * that image right is +X and image up is +Z.
 */
public final class AnalyticScenes {
  /** 320 × 240 with a focal length of 300 pixels. */
  public static final PinholeCamera CAMERA = new PinholeCamera(320, 240, 300, 300, 160, 120);

  /** Facets around the sphere of {@link #insideSphere}. */
  public static final int SPHERE_SEGMENTS = 256;

  static final Material GRAY = Material.plain("gray", new LinearColor(0.5, 0.5, 0.5), 0, 0.6);

  private AnalyticScenes() {}

  /** The unit shapes, under their own ids, in plain gray, with their named points. */
  public static InMemoryAssets shapes() {
    InMemoryAssets assets = new InMemoryAssets();
    for (Shape shape : Shape.values()) {
      assets.add(shape.id(), shape.mesh(48), GRAY);
      assets.name(shape.id(), Primitives.keypoints(shape.id()));
    }
    return assets;
  }

  private static InMemoryAssets shapesAndFineSphere() {
    InMemoryAssets assets = shapes();
    assets.add("fine_sphere", Shape.SPHERE.mesh(SPHERE_SEGMENTS), GRAY);
    return assets;
  }

  /** Instance 1 fills the frame at planar depth 10. */
  public static TestScene quadAtTenMeters(Vec3 origin) {
    TestScene scene = new TestScene(shapes(), origin);
    scene.add("quad", centered(new Vec3(0, 10, 0), 40));
    return scene;
  }

  /** The camera stands in the center of instance 1, a sphere of radius 10. */
  public static TestScene insideSphere(Vec3 origin) {
    TestScene scene = new TestScene(shapesAndFineSphere(), origin);
    scene.add("fine_sphere", centered(Vec3.ZERO, 20));
    return scene;
  }

  /**
   * Instance 1 is a cube of side 2 whose front face lies at planar depth 6: 100 pixels wide and
   * high around the image's center.
   */
  public static TestScene cube(Vec3 origin) {
    TestScene scene = new TestScene(shapes(), origin);
    scene.add("box", centered(new Vec3(0, 7, 0), 2));
    return scene;
  }

  /** Instance 1 is a sphere, entirely inside the frame. */
  public static TestScene alone(Vec3 origin) {
    return sphere(origin, Vec3.UNIT_Y);
  }

  /** Instance 1 is a sphere centered on the plane of the frame's right edge. */
  public static TestScene halfOffFrame(Vec3 origin) {
    return sphere(origin, rightEdge());
  }

  /** As {@link #alone}, with a quad (instance 2) before the lower half of the sphere. */
  public static TestScene halfHidden(Vec3 origin) {
    TestScene scene = alone(origin);
    scene.addUnlabelled("quad", centered(new Vec3(0, 3, -2), 4));
    return scene;
  }

  /** As {@link #halfOffFrame}, with a quad (instance 2) before the lower half of the sphere. */
  public static TestScene halfOffFrameAndHalfHidden(Vec3 origin) {
    TestScene scene = halfOffFrame(origin);
    scene.addUnlabelled("quad", centered(new Vec3(0, 3, -10), 20));
    return scene;
  }

  private static TestScene sphere(Vec3 origin, Vec3 direction) {
    TestScene scene = new TestScene(shapesAndFineSphere(), origin);
    scene.add("fine_sphere", centered(direction.times(8 / direction.length()), 2));
    return scene;
  }

  /** Direction through the middle of the image's right edge. */
  public static Vec3 rightEdge() {
    return Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y)
        .transformDirection(CAMERA.direction(CAMERA.width(), CAMERA.centerY()));
  }

  /** Places a unit shape, which stands on z = 0, with its middle at a point. */
  public static Affine3 centered(Vec3 center, double size) {
    return Affine3.translation(center)
        .times(Affine3.scaling(new Vec3(size, size, size)))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }
}
