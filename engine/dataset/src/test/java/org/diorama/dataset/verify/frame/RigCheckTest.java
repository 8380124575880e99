package org.diorama.dataset.verify.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.PngImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two cameras around balls on a floor, each pixel's depth by the closed form of its ray. */
class RigCheckTest {
  private static final long SEED = 20261129;
  private static final int RIGS = 60;
  private static final int WIDTH = 48;
  private static final int HEIGHT = 40;

  /** Of a ball, its center and radius. */
  private record Ball(double x, double y, double z, double radius) {}

  /** Depths of all pixels and what lies there: 1 is the floor, 0 nothing. */
  private record Seen(CameraPose camera, double[] depths, int[] ids) {}

  @ParameterizedTest
  @ValueSource(doubles = {1, 8})
  void nothingIsFoundOfTrueDepths(double millimetersPerStep) {
    for (int n = 0; n < RIGS; n++) {
      List<Seen> rig = rig(n);
      assertEquals(List.of(), faults(rig, 1, millimetersPerStep), "rig " + n + " of " + SEED);
    }
  }

  /** Halved, depths lead to where the other camera doesn't look, of some rigs. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.95, 0.98, 1.02, 1.05, 1.5})
  void depthsOfOneThatAreOffByAFactorAreFound(double factor) {
    int found = 0;
    for (int n = 0; n < RIGS; n++) {
      found += faults(rig(n), factor, 1).isEmpty() ? 0 : 1;
    }
    System.out.println("depths times " + factor + ": found in " + found + " of " + RIGS);
    assertTrue(found >= (factor < 0.9 ? 0.8 : 1) * RIGS, factor + ": " + found + ", seed " + SEED);
  }

  private static List<Seen> rig(int number) {
    Random random = new Random(SEED + number);
    List<Ball> balls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double radius = 0.2 + 0.5 * random.nextDouble();
      balls.add(
          new Ball(3 * random.nextDouble() - 1.5, 3 * random.nextDouble() - 1.5, radius, radius));
    }
    return List.of(seen("left", random, balls), seen("right", random, balls));
  }

  private static Seen seen(String name, Random random, List<Ball> balls) {
    double azimuth = 0.8 * random.nextDouble();
    double height = 0.8 + 2 * random.nextDouble();
    double[] at = {4 * Math.cos(azimuth), 4 * Math.sin(azimuth), height};
    CameraPose camera = camera(name, at, 40 + 40 * random.nextDouble());
    double[] depths = new double[WIDTH * HEIGHT];
    int[] ids = new int[WIDTH * HEIGHT];
    for (int i = 0; i < ids.length; i++) {
      double[] end = camera.toWorld(i % WIDTH + 0.5, i / WIDTH + 0.5, 1);
      double[] ray = {end[0] - at[0], end[1] - at[1], end[2] - at[2]};
      double nearest = ray[2] < 0 ? -at[2] / ray[2] : Double.POSITIVE_INFINITY;
      int id = ray[2] < 0 ? 1 : 0;
      for (int ball = 0; ball < balls.size(); ball++) {
        double met = met(at, ray, balls.get(ball));
        if (met < nearest) {
          nearest = met;
          id = 2 + ball;
        }
      }
      boolean within = nearest < 60;
      depths[i] = within ? nearest : 0;
      ids[i] = within ? id : 0;
    }
    return new Seen(camera, depths, ids);
  }

  /** Looks at the origin. */
  private static CameraPose camera(String name, double[] at, double focal) {
    double length = Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
    double[] ahead = {-at[0] / length, -at[1] / length, -at[2] / length};
    double flat = Math.hypot(ahead[0], ahead[1]);
    double[] right = {ahead[1] / flat, -ahead[0] / flat, 0};
    double[] down = {
      ahead[1] * right[2] - ahead[2] * right[1],
      ahead[2] * right[0] - ahead[0] * right[2],
      ahead[0] * right[1] - ahead[1] * right[0]
    };
    double[] pose = new double[12];
    for (int row = 0; row < 3; row++) {
      pose[4 * row] = right[row];
      pose[4 * row + 1] = down[row];
      pose[4 * row + 2] = ahead[row];
      pose[4 * row + 3] = at[row];
    }
    return new CameraPose(
        name, WIDTH, HEIGHT, new double[] {focal, focal, WIDTH / 2.0, HEIGHT / 2.0}, pose);
  }

  /** How many times the ray to where it meets the ball; infinite where it misses. */
  private static double met(double[] at, double[] ray, Ball ball) {
    double[] from = {at[0] - ball.x, at[1] - ball.y, at[2] - ball.z};
    double a = dot(ray, ray);
    double b = dot(ray, from);
    double root = b * b - a * (dot(from, from) - ball.radius * ball.radius);
    return root < 0 || b > 0 ? Double.POSITIVE_INFINITY : (-b - Math.sqrt(root)) / a;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** What is found where the second camera's depths are multiplied. */
  private static List<String> faults(List<Seen> rig, double factor, double millimetersPerStep) {
    ManifestFacts manifest =
        new ManifestFacts(
            json(
                "{\"conventions\":{\"depth_scale\":%s,\"depth_max\":500}}"
                    .formatted(millimetersPerStep)),
            List.of(),
            List.of(),
            List.of());
    List<ViewEvidence> views = new ArrayList<>();
    for (int index = 0; index < rig.size(); index++) {
      views.add(view(index, rig.get(index), index == 0 ? 1 : factor, millimetersPerStep, manifest));
    }
    Findings findings = new Findings();
    new RigCheck()
        .check(
            new FrameEvidence(0, "0.json", json("{}"), json("{}"), views),
            new CheckReport("rig", 0, findings, new Examined()));
    return findings.kept().stream().map(Finding::fault).map(Fault::text).toList();
  }

  private static ViewEvidence view(
      int index, Seen seen, double factor, double millimetersPerStep, ManifestFacts manifest) {
    ByteBuffer ids = ByteBuffer.allocate(2 * WIDTH * HEIGHT);
    ByteBuffer depths = ByteBuffer.allocate(2 * WIDTH * HEIGHT);
    for (int i = 0; i < seen.ids.length; i++) {
      ids.putShort((short) seen.ids[i]);
      depths.putShort((short) Math.round(1000 * factor * seen.depths[i] / millimetersPerStep));
    }
    Map<Plane, PngImage> planes = new EnumMap<>(Plane.class);
    planes.put(Plane.INSTANCE, new PngImage(WIDTH, HEIGHT, 1, 16, ids.array()));
    planes.put(Plane.DEPTH, new PngImage(WIDTH, HEIGHT, 1, 16, depths.array()));
    CocoImageEvidence none = CocoImageEvidence.NONE;
    ViewEvidence view =
        new ViewEvidence(
            0, index, index + ".png", index, seen.camera, List.of(), List.of(), planes, none);
    return view.with(Depths.of(view, Optional.empty(), manifest));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
