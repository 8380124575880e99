package org.diorama.core.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import picocli.CommandLine;

/**
 * Breaks the architecture's rules on purpose, from inside a package they speak of: one method for
 * each ban, so that the rules are seen to fail. It is a test's fixture and is never run.
 */
public final class ImpureSampling {
  private ImpureSampling() {}

  static Object edge() {
    return new CommandLine(new Object());
  }

  static double inexactMath(double angle) {
    DoubleUnaryOperator byReference = Math::cos;
    double sine = Math.sin(angle);
    return byReference.applyAsDouble(sine) + Math.pow(angle, 3);
  }

  static Object jomlAngles(double angle) {
    Object rotated = new Matrix4d().rotateZ(angle);
    double sine = org.joml.Math.sin(angle);
    return List.of(rotated, sine, new Quaterniond().fromAxisAngleDeg(0, 0, 1, angle));
  }

  static long clock() {
    long millis = System.currentTimeMillis();
    long nanos = System.nanoTime();
    return millis + nanos + Instant.now().toEpochMilli();
  }

  static double sharedRandom(List<Integer> order) {
    Random shared = new Random(1);
    Collections.shuffle(order, shared);
    double other = ThreadLocalRandom.current().nextDouble();
    Object id = UUID.randomUUID();
    return other + id.toString().length() + Math.random();
  }

  static double parallel(double[] values, List<Double> list) {
    Arrays.parallelPrefix(values, Double::sum);
    double sum = Arrays.stream(values).boxed().parallel().mapToDouble(Double::doubleValue).sum();
    return sum + list.parallelStream().mapToDouble(Double::doubleValue).sum();
  }

  static List<Object> hashOrder(Map<String, Integer> given) {
    List<Object> all = new ArrayList<>(new HashMap<>(given).keySet());
    all.addAll(new HashSet<>(given.keySet()));
    all.addAll(Map.copyOf(given).keySet());
    all.addAll(Set.of("a", "b"));
    all.addAll(Stream.of("a", "b").collect(Collectors.toSet()));
    all.add(System.identityHashCode(given));
    return all;
  }

  static String locale(double value) {
    String language = Locale.getDefault().toString();
    String text = "%f".formatted(value) + String.format(Locale.ROOT, "%f", value);
    String other = String.format("%f", value);
    return text.toUpperCase(Locale.ROOT) + language.toLowerCase() + other;
  }

  static Object environment() {
    String home = System.getenv("HOME");
    boolean fast = Boolean.getBoolean("joml.fastmath");
    return List.of(home, fast, System.getProperty("user.dir"));
  }

  static Object files() throws java.io.IOException {
    Path path = Path.of("seed.txt");
    return Files.readString(path);
  }
}
