package org.diorama.core.sample;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Vec3;
import org.diorama.core.surface.SurfaceKind;

/**
 * One draw, for the record and for explaining a frame. Two are equal where their paths, instances
 * and texts are. The text is made when it is asked for: a frame of a thousand instances has ten
 * thousand draws, and whoever decides it reads none.
 */
public final class DrawnValue {
  private final String path;
  private final long instance;
  private final Object drawn;

  private DrawnValue(String path, long instance, Object drawn) {
    this.path = path;
    this.instance = instance;
    this.drawn = drawn;
  }

  /**
   * @param path of the parameter
   * @param instance identity of the instance, or of the parent whose children share it, or -1 for
   *     draws that all instances share; see {@link org.diorama.core.random.DrawSite}
   * @param drawn a number, color, vector, rotation or name, or what {@link #value()} made of it;
   *     never changes
   */
  public static DrawnValue of(String path, long instance, Object drawn) {
    return new DrawnValue(path, instance, drawn);
  }

  /** As {@link #of}, of a text that was written. */
  public static DrawnValue read(String path, long instance, String value) {
    return new DrawnValue(path, instance, value);
  }

  public String path() {
    return path;
  }

  public long instance() {
    return instance;
  }

  /**
   * A number in its shortest exact form, a name, a color or point as {@code a,b,c}, or a rotation
   * as a quaternion {@code x,y,z,w}.
   */
  public String value() {
    if (drawn instanceof Double number) {
      return DecimalText.of(number);
    }
    if (drawn instanceof LinearColor color) {
      return join(color.red(), color.green(), color.blue());
    }
    if (drawn instanceof Vec3 vector) {
      return join(vector.x(), vector.y(), vector.z());
    }
    if (drawn instanceof Rotation rotation) {
      return join(rotation.x(), rotation.y(), rotation.z(), rotation.w());
    }
    if (drawn instanceof SurfaceKind kind) {
      return kind.word();
    }
    return drawn.toString();
  }

  /** Whether both are one draw of one frame: quicker than equality. */
  public boolean isSameDraw(DrawnValue other) {
    return instance == other.instance && path.equals(other.path) && drawn.equals(other.drawn);
  }

  /** Of equal value where {@link #isSameDraw} is true. */
  public int drawHash() {
    return (31 * path.hashCode() + Long.hashCode(instance)) * 31 + drawn.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DrawnValue value
        && instance == value.instance
        && path.equals(value.path)
        && value().equals(value.value());
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, instance, value());
  }

  @Override
  public String toString() {
    return path + "[" + instance + "] = " + value();
  }

  private static String join(double... numbers) {
    return Arrays.stream(numbers).mapToObj(DecimalText::of).collect(Collectors.joining(","));
  }
}
