package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LampSwitch;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What switches lamps on, as scenes say it. */
class LampSwitchTest {
  @TempDir private Path folder;

  @Test
  void words() throws IOException {
    assertEquals(LampSwitch.ALWAYS, read("lumen: 5"));
    assertEquals(LampSwitch.ALWAYS, read("lumen: 5, on: always"));
    Parameter<Double> dusk =
        new Parameter<>("lamps.a.on", new Distribution.Uniform(-1, 2), Scope.INSTANCE);
    assertEquals(LampSwitch.asDarkAs(dusk), read("lumen: 5, on: dusk"));
    LampSwitch driving = read("lumen: 5, on: driving");
    assertEquals(Optional.of(dusk), driving.sunBelow(), "the draw that dusk has");
    assertTrue(driving.asDark());
    assertEquals(Optional.of(1000.0), driving.visibilityBelow().map(LampSwitchTest::constant));
    assertEquals(Optional.of(0.1), driving.fallAbove().map(LampSwitchTest::constant));
  }

  @Test
  void reasonsInNumbers() throws IOException {
    LampSwitch read =
        read(
            "lumen: 5, on: {sun_below: 3, lux_below: {uniform: [10, 70]}, visibility_below:"
                + " 500, fall_above: 2}");
    assertEquals(Optional.of(3.0), read.sunBelow().map(LampSwitchTest::constant));
    assertFalse(read.asDark());
    assertEquals(
        new Parameter<>("lamps.a.on.lux_below", new Distribution.Uniform(10, 70), Scope.INSTANCE),
        read.luxBelow().orElseThrow());
    assertTrue(read.metersLight());
    assertEquals(Optional.of(500.0), read.visibilityBelow().map(LampSwitchTest::constant));
    assertEquals(Optional.of(2.0), read.fallAbove().map(LampSwitchTest::constant));
    assertFalse(read("lumen: 5, on: {fall_above: 2}").metersLight());
  }

  @Test
  void aMapSaysSomething() throws IOException {
    SceneReading reading = reading("lumen: 5, on: {}");
    assertEquals(1, reading.diagnostics().size());
    assertTrue(
        reading
            .diagnostics()
            .get(0)
            .toString()
            .contains("none of sun_below, lux_below, visibility_below, fall_above is there"),
        () -> "" + reading.diagnostics());
  }

  private static double constant(Parameter<Double> parameter) {
    return ((Distribution.Constant<Double>) parameter.distribution()).value();
  }

  private LampSwitch read(String lamp) throws IOException {
    SceneReading reading = reading(lamp);
    return reading
        .scene()
        .orElseThrow(() -> new AssertionError(reading.diagnostics()))
        .lamps()
        .get(0)
        .on();
  }

  private SceneReading reading(String lamp) throws IOException {
    Path file = folder.resolve("scene.yaml");
    Files.writeString(
        file,
        "version: 1\nname: a\ncamera: {at: [0, 0, 1]}\nobjects: {}\nlamps: {a: {point: {}, "
            + lamp
            + "}}\n");
    return SceneReader.read(file, List.of());
  }
}
