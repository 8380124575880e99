package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Part;
import org.diorama.core.asset.Texture;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;

/**
 * What every renderer's planes of normal, albedo and part show, by closed forms. The camera stands
 * in the world's origin and looks along +Z with +Y down, so that the world is its frame.
 */
public final class SurfaceContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  /** Of a normal's components: a device keeps normals in two 16-bit numbers. */
  private static final double PRECISION = 2e-4;

  /** Texels on a side of the finest level. */
  private static final int TEXELS = 64;

  private static final Set<Channel> PLANES =
      EnumSet.of(Channel.DEPTH, Channel.INSTANCE, Channel.NORMAL, Channel.ALBEDO, Channel.PART);

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = AnalyticScenes.shapes();
  private final List<Draw> draws = new ArrayList<>();

  public SurfaceContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /** A cube seen along its corner diagonal shows three faces, as they are and mirrored. */
  public void cubeOnItsCornerDiagonal() {
    List<Vec3> axes = new ArrayList<>();
    for (double degrees : new double[] {90, 330, 210}) {
      double angle = Math.toRadians(degrees);
      double across = Math.sqrt(2.0 / 3);
      axes.add(new Vec3(across * Math.cos(angle), across * Math.sin(angle), -1 / Math.sqrt(3)));
    }
    Affine3 turned = Affine3.ofColumns(axes.get(0), axes.get(1), axes.get(2), Vec3.ZERO);
    assertEquals(1, turned.determinant(), 1e-12, "a rotation");
    for (double mirror : new double[] {1, -1}) {
      draws.clear();
      Affine3 middle = Affine3.translation(new Vec3(0, 0, -0.5));
      draw(
          "box",
          Affine3.translation(new Vec3(0, 0, 8))
              .times(turned)
              .times(Affine3.scaling(new Vec3(4 * mirror, 4, 4)))
              .times(middle));
      int[] seen = new int[3];
      show(
          view -> {
            for (int pixel = 0; pixel < 64 * 48; pixel++) {
              int face = faceAt(axes, pixel % 64 + 0.5 - 32, pixel / 64 + 0.5 - 24);
              if (RenderTables.instance(view, pixel) == 1 && face >= 0) {
                assertNormal(axes.get(face), view, pixel);
                seen[face]++;
              }
            }
          });
      for (int count : seen) {
        assertTrue(count > 200, () -> "three faces: " + List.of(seen[0], seen[1], seen[2]));
      }
    }
  }

  /** The face that lies in a direction from the corner; -1 within a pixel of an edge. */
  private static int faceAt(List<Vec3> axes, double x, double y) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      double along = axes.get(i).x() * x + axes.get(i).y() * y;
      second = Math.max(second, Math.min(most, along));
      best = along > most ? i : best;
      most = Math.max(most, along);
    }
    return most - second > 1.5 ? best : -1;
  }

  /** A stretched ball's normals are the gradient of its equation. */
  public void stretchedBall() {
    draws.clear();
    assets.add("ball", Shape.SPHERE.mesh(128), AnalyticScenes.GRAY);
    Vec3 radii = new Vec3(2, 1, 0.6);
    Vec3 center = new Vec3(0.3, -0.2, 6);
    draw(
        "ball",
        Affine3.translation(center)
            .times(Affine3.scaling(radii.times(2)))
            .times(Affine3.translation(new Vec3(0, 0, -0.5))));
    show(
        view -> {
          int seen = 0;
          for (int pixel = 0; pixel < 64 * 48; pixel++) {
            if (RenderTables.instance(view, pixel) == 1) {
              Vec3 ray = CAMERA.direction(pixel % 64 + 0.5, pixel / 64 + 0.5);
              Vec3 from = ray.times(RenderTables.depth(view, pixel)).minus(center);
              Vec3 gradient =
                  new Vec3(
                      from.x() / (radii.x() * radii.x()),
                      from.y() / (radii.y() * radii.y()),
                      from.z() / (radii.z() * radii.z()));
              Vec3 off = gradient.normalize().minus(normal(view, pixel));
              assertTrue(off.length() < 0.01, "at " + from + ": " + normal(view, pixel));
              seen++;
            }
          }
          assertTrue(seen > 500, seen + " pixels");
        });
  }

  /** Colors come back as their own codes, and no rain or snow shows in them. */
  public void plainColorsInAnyWeather() {
    int[][] codes = {{0, 0, 0}, {255, 255, 255}, {200, 30, 1}, {12, 128, 77}};
    draws.clear();
    for (int i = 0; i < codes.length; i++) {
      LinearColor color =
          new LinearColor(linear(codes[i][0]), linear(codes[i][1]), linear(codes[i][2]));
      draw("quad", facing(-2.4 + 1.6 * i, 0, 6, 1.6), painted(color));
    }
    SampledWeather wet =
        new SampledWeather(
            Optional.empty(), new SurfaceWeather(1, 0.5, 0.05), new Precipitation(20, 2, 3));
    for (SampledWeather weather : List.of(SampledWeather.CLEAR, wet)) {
      show(
          CAMERA,
          weather,
          view -> {
            for (int pixel = 0; pixel < 64 * 48; pixel++) {
              int id = RenderTables.instance(view, pixel);
              int[] expected = id == 0 ? new int[4] : withFull(codes[id - 1]);
              for (int i = 0; i < 4; i++) {
                assertEquals(expected[i], albedo(view, pixel, i), "id " + id);
              }
            }
          });
    }
  }

  private static int[] withFull(int[] codes) {
    return new int[] {codes[0], codes[1], codes[2], 255};
  }

  private static SampledMaterial painted(LinearColor color) {
    return new SampledMaterial(Optional.of(color), Optional.empty(), Optional.empty());
  }

  /** Parts count within the level that is drawn, in its own order. */
  public void partsOfEachLevel() {
    float[] positions = new float[54];
    for (int i = 0; i < 3; i++) {
      float left = i - 1.5f;
      float[] square = {
        left, -1, 0, left + 1, -1, 0, left + 1, 1, 0, left, -1, 0, left + 1, 1, 0, left, 1, 0
      };
      System.arraycopy(square, 0, positions, 18 * i, 18);
    }
    List<LevelOfDetail> levels =
        List.of(
            new LevelOfDetail(0, List.of(new Part(0, 0, 6), new Part(1, 6, 6), new Part(0, 12, 6))),
            new LevelOfDetail(0.1, List.of(new Part(1, 12, 6), new Part(0, 0, 6))));
    Material other = Material.plain("other", LinearColor.WHITE, 0, 1);
    assets.add(
        "three",
        TestMeshes.triangles(positions),
        List.of(AnalyticScenes.GRAY, other),
        List.of(),
        levels);
    int[][] expected = {{1, 2, 3}, {2, 0, 1}};
    for (int level = 0; level < 2; level++) {
      draws.clear();
      // Another draw before it: its parts are counted from its own.
      draw("quad", facing(0, 1.7, 6, 0.5));
      draws.add(
          draw(2, "three", level, Affine3.translation(new Vec3(0, 0, 6)), SampledMaterial.NONE));
      int[] parts = expected[level];
      show(
          view -> {
            for (int column = 0; column < 3; column++) {
              assertEquals(parts[column], part(view, 24 * 64 + 22 + 10 * column));
            }
            assertEquals(1, part(view, 41 * 64 + 32), "the quad's own");
            assertEquals(0, part(view, 0), "no surface");
          });
    }
  }

  /** Through holes one sees what lies behind; a mirrored thing has them on the other side. */
  public void holesOfMirroredThings() {
    byte[] texels = {100, 0, 0, 0, 100, 0, 0, -1};
    assets.add(
        "half", Shape.QUAD.mesh(3), TestMeshes.masked(), new Texture(2, 1, true, List.of(texels)));
    for (int mirror : new int[] {1, -1}) {
      draws.clear();
      draw("half", facing(0, 0, 6, 2).times(Affine3.scaling(new Vec3(mirror, 1, 1))));
      draw("quad", facing(0, 0, 9, 20));
      show(
          view -> {
            for (int x = 23; x < 41; x++) {
              int pixel = 24 * 64 + x;
              boolean solid = mirror > 0 == x >= 32;
              assertEquals(solid ? 1 : 2, RenderTables.instance(view, pixel), "column " + x);
              assertEquals(solid ? 0 : 188, albedo(view, pixel, 2), 1, "column " + x);
              assertNormal(Vec3.UNIT_Z.negate(), view, pixel);
              assertEquals(1, part(view, pixel));
            }
          });
    }
  }

  /** Fields of view of 1 to 150 degrees look at a wall. */
  public void fieldsOfView() {
    draws.clear();
    draw("quad", facing(0, 0, 5, 400));
    for (double degrees : new double[] {1, 30, 90, 120, 150}) {
      double focal = 32 / StrictMath.tan(Math.toRadians(degrees) / 2);
      show(
          new PinholeCamera(64, 48, focal, focal, 32, 24),
          SampledWeather.CLEAR,
          view -> {
            for (int pixel = 0; pixel < 64 * 48; pixel++) {
              assertNormal(Vec3.UNIT_Z.negate(), view, pixel);
              assertEquals(1, part(view, pixel), degrees + "°");
              assertEquals(188, albedo(view, pixel, 0), degrees + "°");
              assertEquals(5, RenderTables.depth(view, pixel), 5e-5);
            }
          });
    }
  }

  /** Mip levels of one color each tell which were mixed: by the longer side of the footprint. */
  public void mipLevelsByTheLongerSide() {
    List<byte[]> levels = new ArrayList<>();
    int[] codes = {255, 60, 180, 20, 220, 90, 140};
    for (int level = 0; level < codes.length; level++) {
      byte[] texels = new byte[4 * (TEXELS >> level) * (TEXELS >> level)];
      Arrays.fill(texels, (byte) codes[level]);
      levels.add(texels);
    }
    Material white =
        new Material(
            "levels",
            LinearColor.WHITE,
            0,
            1,
            LinearColor.BLACK,
            0,
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            AlphaMode.OPAQUE,
            0.5);
    assets.add("levels", Shape.QUAD.mesh(3), white, new Texture(TEXELS, TEXELS, true, levels));
    draws.clear();
    draw("levels", facing(0, 0, 4, 6));
    for (double focal : new double[] {1, 7, 11, 20, 33, 60, 500}) {
      double footprint = TEXELS / 6.0 * 4 / focal;
      double level = Math.max(0, Math.min(6, Math.log(footprint) / Math.log(2)));
      int fine = (int) level;
      double share = level - fine;
      double mixed =
          linear(codes[fine]) * (1 - share) + linear(codes[Math.min(6, fine + 1)]) * share;
      show(
          new PinholeCamera(9, 9, 1.7 * focal, focal, 4.5, 4.5),
          SampledWeather.CLEAR,
          view -> assertEquals(code(mixed), albedo(view, 40, 1), 1, "footprint " + footprint));
    }
  }

  /** A unit square before the camera, its middle at a place. */
  private static Affine3 facing(double x, double y, double depth, double size) {
    // The quad stands in x and z and faces -y.
    return Affine3.ofColumns(
            Vec3.UNIT_X.times(size),
            Vec3.UNIT_Z.times(size),
            Vec3.UNIT_Y.times(-size),
            new Vec3(x, y, depth))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }

  private void draw(String asset, Affine3 pose) {
    draw(asset, pose, SampledMaterial.NONE);
  }

  private void draw(String asset, Affine3 pose, SampledMaterial material) {
    draws.add(draw(draws.size() + 1, asset, 0, pose, material));
  }

  private Draw draw(int id, String asset, int level, Affine3 pose, SampledMaterial material) {
    return new Draw(id, asset, assets.model(asset).digest(), level, pose, material);
  }

  private void show(Consumer<RenderedView> check) {
    show(CAMERA, SampledWeather.CLEAR, check);
  }

  private void show(PinholeCamera camera, SampledWeather weather, Consumer<RenderedView> check) {
    GradientSky sky = new GradientSky(LinearColor.WHITE, LinearColor.WHITE, LinearColor.WHITE);
    View view = new View("", camera, Affine3.IDENTITY, Development.exposed(12), PLANES);
    renderer.frame(
        assets,
        new RenderJob(draws, new SampledLighting(Optional.empty(), sky), weather, List.of(view)),
        frame -> {
          RenderTables.assertConsistent(frame.views().get(0));
          check.accept(frame.views().get(0));
        });
  }

  private static void assertNormal(Vec3 expected, RenderedView view, int pixel) {
    Vec3 off = normal(view, pixel).minus(expected);
    assertTrue(
        off.length() < PRECISION, () -> expected + " at " + pixel + ": " + normal(view, pixel));
  }

  private static Vec3 normal(RenderedView view, int pixel) {
    ByteBuffer plane = view.plane(Channel.NORMAL);
    int at = 12 * pixel;
    return new Vec3(plane.getFloat(at), plane.getFloat(at + 4), plane.getFloat(at + 8));
  }

  private static int albedo(RenderedView view, int pixel, int component) {
    return Byte.toUnsignedInt(view.plane(Channel.ALBEDO).get(4 * pixel + component));
  }

  private static int part(RenderedView view, int pixel) {
    return Short.toUnsignedInt(view.plane(Channel.PART).getShort(2 * pixel));
  }

  private static double linear(int code) {
    double s = code / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }

  private static double code(double linear) {
    return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
  }
}
