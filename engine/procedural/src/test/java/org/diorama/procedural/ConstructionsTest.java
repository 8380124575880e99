package org.diorama.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction;
import org.diorama.core.scene.Construction.Opening;
import org.diorama.core.scene.Construction.Outline;
import org.diorama.core.scene.Construction.Wall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstructionsTest {
  private static final Vec3 SIZE = new Vec3(6, 5, 2.7);
  private static final double THICKNESS = 0.25;

  static List<Construction> all() {
    return List.of(
        new Construction.Ground(30_000, 120, 1),
        new Construction.Horizon(Outline.TREES, 280, 14, 0),
        new Construction.Horizon(Outline.HILLS, 4000, 150, 2),
        new Construction.Horizon(Outline.SKYLINE, 400, 60, 0),
        new Construction.Cove(new Vec3(6, 5, 3), 1),
        room(true, window(Wall.BACK, 0.5, 0.06), door()));
  }

  private static Construction.Room room(boolean ceiling, Opening... openings) {
    return new Construction.Room(SIZE, THICKNESS, ceiling, List.of(openings));
  }

  private static Opening window(Wall wall, double at, double frame) {
    return new Opening(wall, at, 0.9, 1.4, 1.3, frame);
  }

  private static Opening door() {
    return new Opening(Wall.LEFT, -1, 0, 0.9, 2.05, 0);
  }

  /** Normals are unit, face with their triangles, and images are not mirrored. */
  @ParameterizedTest
  @MethodSource("all")
  void framesAreSound(Construction construction) {
    Mesh mesh = Constructions.model(construction).mesh();
    float[] uv = mesh.textureCoordinates();
    for (int i = 0; i < mesh.indices().length; i += 3) {
      int[] v = {mesh.indices()[i], mesh.indices()[i + 1], mesh.indices()[i + 2]};
      Vec3 face = at(mesh, v[1]).minus(at(mesh, v[0])).cross(at(mesh, v[2]).minus(at(mesh, v[0])));
      double turn =
          (uv[2 * v[1]] - uv[2 * v[0]]) * (uv[2 * v[2] + 1] - uv[2 * v[0] + 1])
              - (uv[2 * v[2]] - uv[2 * v[0]]) * (uv[2 * v[1] + 1] - uv[2 * v[0] + 1]);
      assertTrue(turn < 0, () -> construction + ": an image is mirrored");
      for (int vertex : v) {
        Vec3 normal = vector(mesh.normals(), 3 * vertex);
        Vec3 tangent = vector(mesh.tangents(), 4 * vertex);
        assertEquals(1, normal.length(), 1e-5);
        assertEquals(1, tangent.length(), 1e-5);
        assertEquals(0, normal.dot(tangent), 1e-4);
        assertTrue(face.normalize().dot(normal) > 0.2, () -> construction + " at " + normal);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasTheMaterialsItNames(Construction construction) {
    List<String> names =
        Constructions.model(construction).materials().stream().map(Material::name).toList();
    List<String> possible = construction.materials();
    assertTrue(possible.containsAll(names), names + " of " + possible);
  }

  /**
   * From inside, light leaves through openings alone: the share of directions that escape is the
   * solid angle of the holes' outer edges as far as their inner ones let it pass.
   */
  @ParameterizedTest
  @CsvSource({"0, 0, 1.4", "1.9, -1.7, 0.6", "-2.2, 1.1, 2.2", "0.4, 2.2, 1.3"})
  void lightLeavesThroughOpeningsAlone(double x, double y, double z) {
    Vec3 eye = new Vec3(x, y, z);
    Opening window = window(Wall.BACK, 0.5, 0);
    Opening other = window(Wall.RIGHT, -1, 0);
    SceneBvh scene = scene(room(true, window, other, door()));
    double expected =
        openAngle(eye.x(), eye.z(), SIZE.y() / 2 - eye.y(), window)
            + openAngle(eye.y(), eye.z(), SIZE.x() / 2 - eye.x(), other)
            + openAngle(eye.y(), eye.z(), SIZE.x() / 2 + eye.x(), door());
    int count = 200_000;
    int escaped = 0;
    SceneBvhTraversal rays = new SceneBvhTraversal();
    for (int i = 0; i < count; i++) {
      escaped += rays.closest(scene, eye, spiral(i, count), 0, Double.POSITIVE_INFINITY) ? 0 : 1;
    }
    assertTrue(expected > 0.05);
    assertEquals(expected / (4 * Math.PI), (double) escaped / count, 4e-4);
  }

  /** From within a wall next to all that is seen is the back of its surface: but for seams. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 2.6, 0.4", "0.5, 2.7, 2.4", "-1.3, 2.65, 1.3", "2.9, 2.55, 1.3", "-3.1, -0.4, 2.4",
    "-3.1, 1.7, 1.3", "3.2, 0.1, 0.05", "1, 1, -0.1", "-1, 0.4, 2.8", "3.1, 2.6, 1"
  })
  void noSurfacesLieWithinWalls(double x, double y, double z) {
    Construction.Room room = room(true, window(Wall.BACK, 0.5, 0), door());
    Mesh mesh = Constructions.model(room).mesh();
    Vec3 eye = new Vec3(x, y, z);
    SceneBvh scene = scene(room);
    SceneBvhTraversal rays = new SceneBvhTraversal();
    int fronts = 0;
    for (int i = 0; i < 2000; i++) {
      Vec3 ray = spiral(i, 2000);
      assertTrue(rays.closest(scene, eye, ray, 0, Double.POSITIVE_INFINITY));
      Vec3 normal = vector(mesh.normals(), 3 * mesh.indices()[3 * rays.triangle()]);
      fronts += normal.dot(ray) < 0 ? 1 : 0;
    }
    assertTrue(fronts < 10, fronts + " rays of 2000 met a front from " + eye);
  }

  /**
   * On a window's axis, bars in the middle of the wall take their area: those around are bounded by
   * their far faces, the one in the middle by its near face, the bare hole by its outer edge.
   */
  @Test
  void framesStandInTheWindow() {
    Vec3 eye = new Vec3(0.5, -2.4, 1.55);
    double middle = 2.4 + 2.5 + THICKNESS / 2;
    double far = middle / (middle + 0.03);
    double near = middle / (middle - 0.03);
    double outer = middle / (middle + THICKNESS / 2);
    double glass = (1.28 * far - 0.06 * near) * 1.18 * far;
    double hole = 1.4 * outer * 1.3 * outer;
    double bare = share(eye, window(Wall.BACK, 0.5, 0));
    assertEquals(glass / hole, share(eye, window(Wall.BACK, 0.5, 0.06)) / bare, 0.004);
  }

  private static double share(Vec3 eye, Opening opening) {
    SceneBvh scene = scene(room(true, opening));
    SceneBvhTraversal rays = new SceneBvhTraversal();
    int escaped = 0;
    for (int i = 0; i < 200_000; i++) {
      escaped += rays.closest(scene, eye, spiral(i, 200_000), 0, Double.POSITIVE_INFINITY) ? 0 : 1;
    }
    return escaped;
  }

  /** Without openings, and with lids, nothing leaves: edges overlap. */
  @Test
  void aClosedRoomIsTight() {
    SceneBvh scene = scene(room(true));
    SceneBvhTraversal rays = new SceneBvhTraversal();
    for (int corner = 0; corner < 8; corner++) {
      // Aimed at edges and corners, where walls, floor and ceiling meet.
      Vec3 aim =
          new Vec3(
              (corner & 1) == 0 ? -3 : 3,
              (corner & 2) == 0 ? -2.5 : 2.5,
              (corner & 4) == 0 ? 0 : 2.7);
      for (int i = 0; i < 500; i++) {
        Vec3 eye = spiral(i, 500).times(0.9).plus(new Vec3(0, 0, 1.3));
        assertTrue(rays.closest(scene, eye, aim.minus(eye), 0, Double.POSITIVE_INFINITY));
      }
    }
    assertTrue(
        !rays.closest(
            scene(room(false)), new Vec3(0, 0, 1), Vec3.UNIT_Z, 0, Double.POSITIVE_INFINITY));
  }

  /** A horizon closes the view in every direction, at least at eye level, seen from its middle. */
  @ParameterizedTest
  @CsvSource({"TREES, 280, 14", "HILLS, 4000, 150", "SKYLINE, 400, 60"})
  void aHorizonCoversEveryAzimuth(Outline outline, double distance, double height) {
    for (int variant = 0; variant < 3; variant++) {
      SceneBvh scene = scene(new Construction.Horizon(outline, distance, height, variant));
      SceneBvhTraversal rays = new SceneBvhTraversal();
      double highest = 0;
      for (int i = 0; i < 3600; i++) {
        double turns = (i + 0.5) / 3600;
        Vec3 around = new Vec3(Revolution.cosine(turns), Revolution.sine(turns), 0);
        Vec3 eye = new Vec3(3, -2, 0.1 * height);
        assertTrue(
            rays.closest(scene, eye, around, 0, Double.POSITIVE_INFINITY),
            "open at azimuth " + 360 * turns);
        highest =
            Math.max(
                highest, rays.distance() > 0 ? eye.plus(around.times(rays.distance())).z() : 0);
      }
      Model model =
          Constructions.model(new Construction.Horizon(outline, distance, height, variant));
      assertTrue(model.bounds().max().z() <= 1.1 * height, "" + model.bounds());
      assertTrue(model.bounds().max().z() >= 0.6 * height, "" + model.bounds());
    }
  }

  /** Everywhere, and to its end, without a gap. */
  @ParameterizedTest
  @CsvSource({"0.1", "3", "499", "4500", "20000", "29980"})
  void groundIsLevelToItsEnd(double radius) {
    SceneBvh scene = scene(new Construction.Ground(30_000, 0, 0));
    SceneBvhTraversal rays = new SceneBvhTraversal();
    for (int i = 0; i < 360; i++) {
      double turns = (i + 0.3) / 360;
      // Sides of the outermost ring lie within its circle.
      double inside = radius * Revolution.cosine(0.5 / 128);
      Vec3 above =
          new Vec3(inside * Revolution.cosine(turns), inside * Revolution.sine(turns), 1000);
      assertTrue(rays.closest(scene, above, Vec3.UNIT_Z.negate(), 0, Double.POSITIVE_INFINITY));
      assertEquals(1000, rays.distance(), 1e-6);
    }
  }

  @Test
  void hillsRiseBehindTheFlat() {
    Model model = Constructions.model(new Construction.Ground(30_000, 200, 0));
    assertTrue(model.bounds().max().z() > 60 && model.bounds().max().z() <= 200);
    float[] positions = model.mesh().positions();
    for (int i = 0; i < positions.length; i += 3) {
      if (Math.hypot(positions[i], positions[i + 1]) < 2000) {
        assertEquals(0, positions[i + 2], 1e-6);
      }
    }
  }

  /** The bend leaves floor and wall without an edge: neighboring normals differ little. */
  @Test
  void aCoveHasNoEdge() {
    Model model = Constructions.model(new Construction.Cove(new Vec3(6, 5, 3), 1));
    assertEquals(new Vec3(-3, -2.5, 0), model.bounds().min());
    assertEquals(new Vec3(3, 2.5, 3), model.bounds().max());
    Mesh mesh = model.mesh();
    for (int i = 0; i < mesh.indices().length; i += 3) {
      Vec3 a = vector(mesh.normals(), 3 * mesh.indices()[i]);
      Vec3 b = vector(mesh.normals(), 3 * mesh.indices()[i + 1]);
      Vec3 c = vector(mesh.normals(), 3 * mesh.indices()[i + 2]);
      assertTrue(Math.min(a.dot(b), Math.min(a.dot(c), b.dot(c))) > 0.998);
    }
  }

  /** Of a hole in a wall, seen from inside: its ends are two rectangles, one behind the other. */
  private static double openAngle(double a, double z, double distance, Opening opening) {
    double shrink = distance / (distance + THICKNESS);
    double[] across =
        overlap(
            opening.at() - opening.width() / 2 - a, opening.at() + opening.width() / 2 - a, shrink);
    double[] up = overlap(opening.sill() - z, opening.sill() + opening.height() - z, shrink);
    List<Double> corners = new ArrayList<>();
    for (double x : across) {
      for (double y : up) {
        // Solid angle of a rectangle from one corner of it, straight ahead.
        corners.add(Math.atan(x * y / (distance * Math.sqrt(distance * distance + x * x + y * y))));
      }
    }
    return across[1] <= across[0] || up[1] <= up[0]
        ? 0
        : corners.get(3) - corners.get(2) - corners.get(1) + corners.get(0);
  }

  private static double[] overlap(double from, double to, double shrink) {
    return new double[] {Math.max(from, from * shrink), Math.min(to, to * shrink)};
  }

  private static SceneBvh scene(Construction construction) {
    Model model = Constructions.model(construction);
    return new SceneBvh(List.of(new PlacedSurface(Affine3.IDENTITY, MeshSurface.of(model, 0))));
  }

  /** Directions spread evenly: a spiral on the sphere. */
  private static Vec3 spiral(int i, int count) {
    double z = 1 - (2 * i + 1.0) / count;
    double angle = i * Math.PI * (3 - Math.sqrt(5));
    double radius = Math.sqrt(1 - z * z);
    return new Vec3(radius * Math.cos(angle), radius * Math.sin(angle), z);
  }

  private static Vec3 at(Mesh mesh, int vertex) {
    return vector(mesh.positions(), 3 * vertex);
  }

  private static Vec3 vector(float[] array, int offset) {
    return new Vec3(array[offset], array[offset + 1], array[offset + 2]);
  }
}
