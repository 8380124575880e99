package org.diorama.core.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction.Cove;
import org.diorama.core.scene.Construction.Ground;
import org.diorama.core.scene.Construction.Horizon;
import org.diorama.core.scene.Construction.Opening;
import org.diorama.core.scene.Construction.Outline;
import org.diorama.core.scene.Construction.Room;
import org.diorama.core.scene.Construction.Wall;

/** Constructions as text and back: a word, numbers, then openings, with strokes between them. */
public final class ConstructionText {
  private ConstructionText() {}

  /** Equal constructions have equal texts. */
  public static String of(Construction construction) {
    if (construction instanceof Ground ground) {
      return "ground/" + numbers(ground.radius(), ground.hills(), ground.variant());
    }
    if (construction instanceof Horizon horizon) {
      return "horizon/"
          + word(horizon.outline())
          + "/"
          + numbers(horizon.distance(), horizon.height(), horizon.variant());
    }
    if (construction instanceof Cove cove) {
      return "cove/" + numbers(cove.size().x(), cove.size().y(), cove.size().z(), cove.radius());
    }
    Room room = (Room) construction;
    StringBuilder text = new StringBuilder("room/");
    text.append(
        numbers(
            room.size().x(),
            room.size().y(),
            room.size().z(),
            room.thickness(),
            room.ceiling() ? 1 : 0));
    for (Opening each : room.openings()) {
      text.append('/')
          .append(word(each.wall()))
          .append(',')
          .append(numbers(each.at(), each.sill(), each.width(), each.height(), each.frame()));
    }
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException where it is no construction's text
   */
  public static Construction parse(String text) {
    String[] parts = text.split("/", -1);
    try {
      switch (parts[0]) {
        case "ground" -> {
          double[] n = numbers(parts[1]);
          return new Ground(n[0], n[1], (int) n[2]);
        }
        case "horizon" -> {
          double[] n = numbers(parts[2]);
          return new Horizon(
              Outline.valueOf(parts[1].toUpperCase(Locale.ROOT)), n[0], n[1], (int) n[2]);
        }
        case "cove" -> {
          double[] n = numbers(parts[1]);
          return new Cove(new Vec3(n[0], n[1], n[2]), n[3]);
        }
        case "room" -> {
          double[] n = numbers(parts[1]);
          List<Opening> openings = new ArrayList<>();
          for (int i = 2; i < parts.length; i++) {
            openings.add(opening(parts[i]));
          }
          return new Room(new Vec3(n[0], n[1], n[2]), n[3], n[4] != 0, openings);
        }
        default -> throw new IllegalArgumentException("nothing is built by '" + text + "'");
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("'" + text + "' lacks a number", e);
    }
  }

  private static Opening opening(String text) {
    int comma = text.indexOf(',');
    double[] n = numbers(text.substring(comma + 1));
    Wall wall = Wall.valueOf(text.substring(0, Math.max(0, comma)).toUpperCase(Locale.ROOT));
    return new Opening(wall, n[0], n[1], n[2], n[3], n[4]);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String numbers(double... values) {
    return DoubleStream.of(values).mapToObj(DecimalText::of).collect(Collectors.joining(","));
  }

  private static double[] numbers(String text) {
    String[] words = text.split(",", -1);
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = Double.parseDouble(words[i]);
    }
    return values;
  }
}
