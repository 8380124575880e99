package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.CategoryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenes that ship: sound, and their frames as their comments promise. */
class TeachingScenesTest {
  private static final int FRAMES = 100;

  /** Every YAML file below scenes: scenes, and libraries that only scenes include. */
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../../scenes"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isSound(Path file) throws IOException {
    SceneReading reading = SceneReader.read(file, List.of());
    assertEquals(List.of(), reading.diagnostics());
    boolean shipped = file.getParent().getFileName().toString().equals("lib");
    assertEquals(shipped, reading.library());
    assertEquals(Optional.of(Map.of()), SchemaJudge.judge(Files.readString(file)));
    if (!shipped) {
      assertEquals(List.of(), SceneChecks.check(reading, new SizedFacts()).lines());
      assertEquals(file.getFileName().toString(), reading.sceneOrThrow().name() + ".yaml");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tabletop",
        "street",
        "scatter",
        "shelf",
        "pallet",
        "courtyard",
        "living_room",
        "still_life",
        "street_night",
        "room_lamps",
        "room_window",
        "softboxes",
        "hdri",
        "balance",
        "twins",
        "annotators"
      })
  void nearlyEverythingFindsItsPlace(String name) {
    FrameSampler sampler = sampler(name);
    int wanted = 0;
    int placed = 0;
    TreeSet<Integer> categories = new TreeSet<>();
    for (long frame = 0; frame < FRAMES; frame++) {
      SampledFrame sampled = sampler.sample(frame);
      for (GroupVerdict group : sampled.groups()) {
        wanted += group.wanted();
        placed += group.placed();
      }
      sampled.nodes().forEach(node -> categories.add(node.categoryId()));
    }
    assertTrue(placed > 0.98 * wanted, placed + " of " + wanted);
    List<Category> declared = read(name).sceneOrThrow().categories();
    new CategoryTable(declared).sky().ifPresent(sky -> categories.add(sky.id()));
    categories.remove(0);
    assertEquals(declared.size(), categories.size(), "every category appears");
  }

  @Test
  void thingsOnTheTableStandOnIt() {
    FrameSampler sampler = sampler("tabletop");
    for (long frame = 0; frame < FRAMES; frame++) {
      for (SampledNode node : sampler.sample(frame).nodes()) {
        if (node.categoryId() != 0 && !node.group().equals("top")) {
          Vec3 origin = node.worldFromObject().atLabelInstant().translation();
          assertEquals(0.75, origin.z(), 1e-12, node.group());
          assertTrue(Math.abs(origin.x()) < 0.7 && Math.abs(origin.y()) < 0.45, node.group());
        }
      }
    }
  }

  @Test
  void trafficKeepsToItsLane() {
    FrameSampler sampler = sampler("street");
    for (long frame = 0; frame < FRAMES; frame++) {
      for (SampledNode node : sampler.sample(frame).nodes()) {
        Affine3 pose = node.worldFromObject().atLabelInstant();
        // Models face -Y: away is +X in the right lane, towards the camera is -X in the left one.
        Vec3 facing = pose.transformDirection(Vec3.UNIT_Y.negate());
        if (node.group().equals("cars_away")) {
          assertTrue(pose.m13() < 0 && facing.x() > 0.98, "frame " + frame);
        }
        if (node.group().equals("cars_coming") || node.group().equals("bus")) {
          assertTrue(pose.m13() > 0 && facing.x() < -0.98, "frame " + frame);
        }
      }
    }
  }

  @Test
  void oneDrawForAllAxesIsRecordedOnce() {
    for (DrawnValue draw : sampler("tabletop").sample(0).draws()) {
      if (draw.path().equals("objects.balls.size")) {
        assertEquals(
            1,
            sampler("tabletop").sample(0).draws().stream()
                .filter(other -> other.path().equals(draw.path()))
                .filter(other -> other.instance() == draw.instance())
                .count());
        return;
      }
    }
    throw new AssertionError("no size of a ball was drawn");
  }

  private static FrameSampler sampler(String name) {
    return new FrameSampler(read(name).variantsOrThrow(), new SizedFacts());
  }

  private static SceneReading read(String name) {
    return SceneReader.read(Path.of("../../scenes", name + ".yaml"), List.of());
  }
}
