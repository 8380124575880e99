package org.diorama.core.sample.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;
import org.junit.jupiter.api.Test;

class DrawLogTest {
  private static final DrawSite CHILD = DrawSite.of(3).child(5);

  @Test
  void everyScopeHasItsOwnMomentAndOwner() {
    FramePosition position = new FramePosition(6, 1, 2, 4);
    DrawLog log = new DrawLog(9, position);
    assertEquals(raw(-1, -1), log.number(uniform("p", Scope.DATASET), CHILD));
    assertEquals(raw(6, -1), log.number(uniform("p", Scope.SEQUENCE), CHILD));
    assertEquals(raw(26, -1), log.number(uniform("p", Scope.FRAME), CHILD));
    assertEquals(raw(6, 3), log.number(uniform("p", Scope.PARENT), CHILD));
    assertEquals(raw(6, CHILD.identity()), log.number(uniform("p", Scope.INSTANCE), CHILD));
    assertEquals(
        List.of(-1L, -1L, -1L, 3L, (long) (4 << 16 | 5)),
        log.values().stream().map(DrawnValue::instance).toList());
  }

  @Test
  void twinsAndStepsShareWhatIsDrawnOnceASequence() {
    for (Scope scope : Scope.values()) {
      Set<Double> values = new HashSet<>();
      for (long frame = 0; frame < 4 * 2 * 3; frame++) {
        values.add(
            new DrawLog(9, FramePosition.of(frame, 2, 4)).number(uniform("p", scope), CHILD));
      }
      int expected = scope == Scope.DATASET ? 1 : scope == Scope.FRAME ? 12 : 3;
      assertEquals(expected, values.size(), scope.name());
    }
  }

  @Test
  void aValueIsTheSameHoweverOftenAndInWhateverOrderItIsAsked() {
    Parameter<Double> a = uniform("a", Scope.INSTANCE);
    Parameter<Double> b = uniform("b", Scope.FRAME);
    DrawLog one = log();
    DrawLog other = log();
    double first = one.number(a, CHILD);
    assertEquals(one.number(b, CHILD), other.number(b, CHILD));
    assertEquals(first, other.number(a, CHILD));
    assertEquals(first, one.number(a, CHILD));
    assertEquals(Set.copyOf(one.values()), Set.copyOf(other.values()));
    assertEquals(2, one.values().size());
  }

  @Test
  void aReferenceIsOneDrawAndOneLineOfTheLog() {
    Parameter<Double> shared = uniform("define.speed", Scope.SEQUENCE);
    DrawLog log = log();
    double a = log.number(reference("objects.a.yaw", shared), DrawSite.of(0));
    double b = log.number(reference("objects.b.yaw", shared), DrawSite.of(8));
    assertEquals(a, b);
    assertEquals(List.of("define.speed"), log.values().stream().map(DrawnValue::path).toList());
  }

  @Test
  void aReferenceIsDrawnForTheInstanceThatRefers() {
    Parameter<Double> own = uniform("define.tint@objects.a", Scope.INSTANCE);
    DrawLog log = log();
    assertEquals(log.number(own, DrawSite.of(4)), log.number(reference("x", own), DrawSite.of(4)));
    assertNotEquals(
        log.number(own, DrawSite.of(4)), log.number(reference("x", own), DrawSite.of(5)));
  }

  @Test
  void attemptsGoOnWithTheNextDrawsOfTheSameStream() {
    Parameter<Double> x = uniform("x", Scope.INSTANCE);
    DrawLog log = log();
    Attempts attempts = new Attempts(log, Scope.INSTANCE);
    RandomStream stream = log.stream(StreamPath.of("x"), Scope.INSTANCE, CHILD);
    for (int attempt = 0; attempt < 5; attempt++) {
      attempts.again();
      double expected = stream.uniform();
      assertEquals(expected, attempts.number(x, CHILD));
      assertEquals(expected, attempts.number(x, CHILD), "one value an attempt");
      assertEquals(1, log.values().size(), "the last attempt alone is logged");
      assertEquals(expected, Double.parseDouble(log.values().get(0).value()));
    }
  }

  @Test
  void attemptsLeaveWhatOthersShare() {
    Parameter<Double> shared = uniform("define.a", Scope.INSTANCE);
    List<Parameter<Double>> fixed =
        List.of(
            uniform("y", Scope.SEQUENCE),
            uniform("z", Scope.DATASET),
            reference("r", shared),
            Parameter.constant("c", 1.0));
    DrawLog log = log();
    Attempts attempts = new Attempts(log, Scope.INSTANCE);
    for (int attempt = 0; attempt < 3; attempt++) {
      attempts.again();
      for (Parameter<Double> parameter : fixed) {
        assertEquals(log().number(parameter, CHILD), attempts.number(parameter, CHILD));
        assertEquals(false, attempts.varies(parameter), parameter.path().toString());
      }
    }
  }

  @Test
  void aJointVectorIsOneDraw() {
    Parameter<Vec3> point =
        new Parameter<>("at", new Distribution.Constant<>(new Vec3(1, 2, 3)), Scope.INSTANCE);
    assertEquals(new Vec3(1, 2, 3), log().vector(new VectorParameter.Joint(point), DrawSite.WHOLE));
    Parameter<Double> one = uniform("size", Scope.INSTANCE);
    Vec3 size = log().vector(new VectorParameter.Axes(one, one, one), CHILD);
    assertEquals(1, Stream.of(size.x(), size.y(), size.z()).collect(Collectors.toSet()).size());
  }

  private static DrawLog log() {
    return new DrawLog(9, FramePosition.still(6));
  }

  private static double raw(long moment, long instance) {
    return new RandomStream(9, StreamPath.of("p"), moment, instance).uniform();
  }

  private static Parameter<Double> uniform(String path, Scope scope) {
    return Scenes.uniform(path, 0, 1, scope);
  }

  private static Parameter<Double> reference(String path, Parameter<Double> to) {
    return new Parameter<>(path, new Distribution.Reference<>(to), to.scope());
  }
}
