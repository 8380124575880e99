package org.diorama.opengl.egl;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * Which device a person asked for.
 *
 * @param kind how {@code number} is meant
 * @param number an EGL device or a CUDA ordinal; 0 where the kind has none
 */
public record DeviceChoice(Kind kind, int number) {
  /** The ways of naming a device. */
  public enum Kind {
    /** A GPU if one works, else software. */
    AUTO,
    /** A position in EGL's enumeration. */
    EGL,
    /** A CUDA ordinal; {@code CUDA_VISIBLE_DEVICES} does not change EGL's order. */
    CUDA,
    SOFTWARE
  }

  public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);
  public static final DeviceChoice SOFTWARE = new DeviceChoice(Kind.SOFTWARE, 0);

  /**
   * Reads {@code auto}, {@code software}, {@code N} or {@code cuda:N}.
   *
   * @throws DioramaException with {@link ExitStatus#USAGE} for anything else
   */
  public static DeviceChoice parse(String text) {
    if (text.equals("auto")) {
      return AUTO;
    }
    if (text.equals("software")) {
      return SOFTWARE;
    }
    if (text.matches("(cuda:)?[0-9]{1,4}")) {
      boolean cuda = text.startsWith("cuda:");
      int number = Integer.parseInt(cuda ? text.substring(5) : text);
      return new DeviceChoice(cuda ? Kind.CUDA : Kind.EGL, number);
    }
    throw new DioramaException(
        ExitStatus.USAGE,
        "unknown device '"
            + text
            + "': write auto, software, a number as doctor lists it, or cuda:N");
  }

  /**
   * The devices to try, best first: the first that gives a context wins.
   *
   * @throws DioramaException with {@link ExitStatus#NO_RENDERER} where none fits the choice
   */
  public List<EglDevice> candidates(List<EglDevice> devices) {
    List<EglDevice> fitting =
        switch (kind) {
          case AUTO ->
              Stream.concat(
                      devices.stream().filter(d -> !d.software()),
                      devices.stream().filter(EglDevice::software))
                  .toList();
          case EGL -> devices.stream().filter(d -> d.index() == number).toList();
          case CUDA ->
              devices.stream()
                  .filter(d -> d.cudaIndex().isPresent() && d.cudaIndex().getAsInt() == number)
                  .toList();
          case SOFTWARE -> devices.stream().filter(EglDevice::software).toList();
        };
    if (fitting.isEmpty()) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "no EGL device fits '"
              + this
              + "'; there are: "
              + String.join("; ", devices.stream().map(EglDevice::describe).toList()));
    }
    return fitting;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case AUTO -> "auto";
      case SOFTWARE -> "software";
      case EGL -> Integer.toString(number);
      case CUDA -> "cuda:" + number;
    };
  }
}
