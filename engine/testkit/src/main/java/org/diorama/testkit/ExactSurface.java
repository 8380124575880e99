package org.diorama.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sample.SampledMaterial;

/**
 * One triangle of a view's draws, and what the planes of normal, albedo and part show of it where
 * the ray through an image position meets its plane.
 */
final class ExactSurface {
  /** Pixels: the footprint is a difference quotient, not a derivative. */
  private static final double STEP = 1e-4;

  private final ViewGeometry geometry;
  private final Draw draw;
  private final Model model;
  private final Affine3 viewFromObject;
  private final int part;
  private final int[] vertices = new int[3];
  private final Vec3[] corners = new Vec3[3];

  ExactSurface(ViewGeometry geometry, int drawPlace, int triangle) {
    this.geometry = geometry;
    this.draw = geometry.draws().get(drawPlace);
    this.model = geometry.models().get(drawPlace);
    this.viewFromObject = geometry.surface(drawPlace).sceneFromObject();
    LevelTriangles triangles = geometry.surface(drawPlace).surface().triangles();
    this.part = triangles.part(triangle);
    for (int i = 0; i < 3; i++) {
      vertices[i] = triangles.vertex(triangle, i);
      corners[i] = viewFromObject.transformPoint(triangles.corner(triangle, i));
    }
  }

  int instanceId() {
    return draw.instanceId();
  }

  /** As in the plane of parts. */
  int part() {
    return part + 1;
  }

  private Vec3 plane() {
    return corners[1].minus(corners[0]).cross(corners[2].minus(corners[0]));
  }

  /** Barycentric weights where the ray meets the plane: areas of the triangles around it. */
  private double[] weights(double u, double v) {
    Vec3 plane = plane();
    Vec3 ray = geometry.view().camera().direction(u, v);
    Vec3 point = ray.times(plane.dot(corners[0]) / plane.dot(ray));
    double all = plane.dot(plane);
    double[] weights = new double[3];
    for (int i = 0; i < 3; i++) {
      Vec3 next = corners[(i + 1) % 3];
      weights[i] = plane.dot(next.minus(point).cross(corners[(i + 2) % 3].minus(point))) / all;
    }
    return weights;
  }

  /** Weights inside the triangle: where the ray passes it, those of its rim. */
  private double[] inside(double u, double v) {
    double[] weights = weights(u, v);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      weights[i] = Double.isFinite(weights[i]) ? Math.max(0, Math.min(1, weights[i])) : 1.0 / 3;
      sum += weights[i];
    }
    for (int i = 0; i < 3; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private double mix(float[] values, int stride, int component, double[] weights) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += weights[i] * values[stride * vertices[i] + component];
    }
    return sum;
  }

  /** Unit, in the camera's frame; empty where the vertices' all but cancel out. */
  Optional<Vec3> normal(double u, double v) {
    Vec3 plane = plane();
    boolean planeSeen = plane.dot(geometry.view().camera().direction(u, v)) < 0;
    return blended(inside(u, v))
        .map(normal -> normal.dot(plane) < 0 == planeSeen ? normal.negate() : normal);
  }

  /** Whether a normal is on the side of the triangle that is seen; edge-on, none is told apart. */
  boolean isOnSeenSide(Vec3 normal, double u, double v) {
    Vec3 plane = plane().normalize();
    double facing = -plane.dot(geometry.view().camera().direction(u, v).normalize());
    return Math.abs(facing) < 1e-3 || normal.dot(plane) * Math.signum(facing) > -1e-3;
  }

  /** Its vertices' normals, likewise, but on the sides that they have. */
  List<Vec3> vertexNormals() {
    return Stream.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1})
        .flatMap(weights -> blended(weights).stream())
        .toList();
  }

  private Optional<Vec3> blended(double[] weights) {
    float[] normals = model.mesh().normals();
    Vec3 inObject =
        new Vec3(
            mix(normals, 3, 0, weights), mix(normals, 3, 1, weights), mix(normals, 3, 2, weights));
    if (inObject.length() < 0.05) {
      return Optional.empty();
    }
    // Normals are planes: perpendicular to where the object's own tangents go.
    Vec3 tangent = inObject.cross(Math.abs(inObject.x()) < 0.5 ? Vec3.UNIT_X : Vec3.UNIT_Y);
    Vec3 normal =
        viewFromObject
            .transformDirection(tangent)
            .cross(viewFromObject.transformDirection(inObject.cross(tangent)))
            .normalize();
    // A mirrored object's tangents turn the other way.
    return Optional.of(viewFromObject.determinant() < 0 ? normal.negate() : normal);
  }

  /** sRGB codes in [0, 255], not rounded. */
  double[] albedo(double u, double v) {
    Material material =
        model.materials().get(model.levels().get(draw.level()).parts().get(part).material());
    SampledMaterial drawn = draw.overrides(material.name());
    LinearColor color = drawn.baseColor().orElse(material.baseColor());
    double[] texel = {1, 1, 1};
    if (drawn.baseColor().isEmpty() && material.baseColorTexture() != Material.NO_TEXTURE) {
      texel = texel(model.textures().get(material.baseColorTexture()), u, v);
    }
    return new double[] {
      code(color.red() * texel[0]), code(color.green() * texel[1]), code(color.blue() * texel[2])
    };
  }

  private double[] texel(Texture texture, double u, double v) {
    double[] at = coordinates(inside(u, v));
    double[] here = coordinates(weights(u, v));
    double footprint = 0;
    for (int axis = 0; axis < 2; axis++) {
      double[] beside = coordinates(weights(u + (1 - axis) * STEP, v + axis * STEP));
      double x = (beside[0] - here[0]) / STEP * texture.width();
      double y = (beside[1] - here[1]) / STEP * texture.height();
      footprint = Math.max(footprint, Math.sqrt(x * x + y * y));
    }
    return new ExactTexels(texture).mixed(at[0], at[1], footprint);
  }

  private double[] coordinates(double[] weights) {
    float[] values = model.mesh().textureCoordinates();
    return new double[] {mix(values, 2, 0, weights), mix(values, 2, 1, weights)};
  }

  private static double code(double linear) {
    double l = Math.max(0, Math.min(1, linear));
    return 255 * (l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055);
  }
}
