package org.diorama.dataset.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.scene.ImageDescription;
import org.diorama.core.sky.air.Air;

/**
 * Values of any record type with every component filled at random, so that a component that is
 * added tomorrow is tested, too. Values that a constructor refuses are drawn again.
 */
final class RandomRecords {
  private static final int PATIENCE = 1000;
  private static final String LETTERS = "aZ09_.-/\"\\ é\u4e2d\n\t\u0001";

  private final Random random;
  private boolean inPart;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value(argument));
      }
      if (generic.getRawType() == List.class) {
        boolean isInPart = argument == SampledMaterial.Part.class && inPart;
        return list(argument, isInPart ? 0 : random.nextInt(3));
      }
      throw new AssertionError("no random " + type);
    }
    if (type == MotionStates.class) {
      return new MotionStates(
          list(Affine3.class, random.nextBoolean() ? 1 : 5).stream()
              .map(Affine3.class::cast)
              .toList());
    }
    if (type == Affine3.class) {
      double[] rows = new double[12];
      Arrays.setAll(rows, i -> number());
      return Affine3.ofRows(rows);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == Air.class) {
      double visibility = random.nextDouble(Air.MIN_VISIBILITY, Air.MAX_VISIBILITY);
      return new Air(visibility, Math.abs(number()), (LinearColor) value(LinearColor.class));
    }
    if (plain == PinholeCamera.class) {
      // An image has pixels, and no more than images may have.
      return new PinholeCamera(
          1 + random.nextInt(ImageDescription.MAX_SIDE),
          1 + random.nextInt(ImageDescription.MAX_SIDE),
          number(),
          number(),
          number(),
          number());
    }
    if (plain == OptionalInt.class) {
      return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
    }
    if (plain == OptionalDouble.class) {
      return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(number());
    }
    if (plain == DrawnValue.class) {
      Class<?>[] kinds = {Double.class, String.class, LinearColor.class};
      Object drawn = value((Class<?>) pick(kinds));
      return DrawnValue.of((String) value(String.class), (long) value(long.class), drawn);
    }
    if (plain == SampledMaterial.Part.class) {
      // A part's material has no parts itself.
      SampledMaterial whole = (SampledMaterial) partless(SampledMaterial.class);
      return new SampledMaterial.Part((String) value(String.class), whole);
    }
    if (plain.isSealed()) {
      return value((Class<?>) pick(plain.getPermittedSubclasses()));
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    return plain.isEnum() ? pick(plain.getEnumConstants()) : scalar(plain);
  }

  private Object partless(Class<?> type) {
    inPart = true;
    try {
      return value(type);
    } finally {
      inPart = false;
    }
  }

  private List<Object> list(Type element, int count) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(value(element));
    }
    return list;
  }

  private Object scalar(Class<?> type) {
    if (type == int.class) {
      return random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(9);
    }
    if (type == long.class || type == Long.class) {
      return random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(9);
    }
    if (type == double.class || type == Double.class) {
      return number();
    }
    if (type == float.class) {
      return random.nextFloat() * 100;
    }
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == String.class) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return text.toString();
    }
    throw new AssertionError("no random " + type);
  }

  /** Small ones, large ones, whole ones, negative zero. */
  private double number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(9);
      case 1 -> random.nextDouble();
      case 2 -> -0.0;
      case 3 -> random.nextGaussian() * 1e-9;
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
    };
  }

  private Object pick(Object[] values) {
    return values[random.nextInt(values.length)];
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    RuntimeException refused = null;
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      Object[] values =
          Arrays.stream(components).map(c -> value(c.getGenericType())).toArray(Object[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof IllegalArgumentException wrong)) {
          throw new AssertionError(type + " of " + Arrays.toString(values), e.getCause());
        }
        refused = wrong;
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("no " + type + " in " + PATIENCE + " attempts", refused);
  }
}
