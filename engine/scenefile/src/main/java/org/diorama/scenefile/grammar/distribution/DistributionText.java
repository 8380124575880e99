package org.diorama.scenefile.grammar.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotation;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.ColorDistribution;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.NumberDistribution;
import org.diorama.core.scene.PointDistribution;
import org.diorama.core.scene.PointPolygon;
import org.diorama.core.scene.RotationDistribution;
import org.diorama.core.surface.SurfaceKind;

/** Canonical text of distributions: equal ones have equal texts, however they were written. */
final class DistributionText {
  private DistributionText() {}

  static String of(Distribution<?> distribution) {
    if (distribution instanceof Distribution.Constant<?> constant) {
      return value(constant.value());
    }
    if (distribution instanceof Distribution.Reference<?> reference) {
      return Definitions.shortName(reference.parameter().path().toString());
    }
    if (distribution instanceof Distribution.Choice<?> choice) {
      return choice.options().stream()
          .map(option -> of(option.value()) + ": " + DecimalText.of(option.weight()))
          .collect(Collectors.joining(", ", "choice {", "}"));
    }
    if (distribution instanceof Distribution.Cycle<?> cycle) {
      return "sequence " + list(cycle.values());
    }
    if (distribution instanceof Distribution.Grid<?> grid) {
      return "grid " + list(grid.cells()) + stride(grid.stride());
    }
    if (distribution instanceof PointDistribution point) {
      return point(point);
    }
    if (distribution instanceof RotationDistribution rotation) {
      return rotation(rotation);
    }
    if (distribution instanceof ColorDistribution color) {
      return color(color);
    }
    return number(distribution);
  }

  private static String number(Distribution<?> distribution) {
    if (distribution instanceof Distribution.Uniform uniform) {
      return "uniform " + numbers(uniform.min(), uniform.max());
    }
    if (distribution instanceof Distribution.UniformInt uniform) {
      return "uniform_int " + numbers(uniform.min(), uniform.max());
    }
    if (distribution instanceof Distribution.Normal normal) {
      return "normal "
          + numbers(normal.mean(), normal.deviation())
          + (Double.isFinite(normal.min()) ? " min " + DecimalText.of(normal.min()) : "")
          + (Double.isFinite(normal.max()) ? " max " + DecimalText.of(normal.max()) : "");
    }
    if (distribution instanceof Distribution.UniformColor uniform) {
      return "uniform [" + value(uniform.from()) + ", " + value(uniform.to()) + "]";
    }
    if (distribution instanceof NumberDistribution.LogUniform uniform) {
      return "log_uniform " + numbers(uniform.min(), uniform.max());
    }
    if (distribution instanceof NumberDistribution.Strata strata) {
      return "grid "
          + numbers(strata.min(), strata.max())
          + " cells "
          + strata.cells()
          + stride(strata.stride());
    }
    if (distribution instanceof NumberDistribution.Sum sum) {
      return "sum " + list(sum.terms());
    }
    return "product " + list(((NumberDistribution.Product) distribution).factors());
  }

  private static String color(ColorDistribution color) {
    if (color instanceof ColorDistribution.Kelvin kelvin) {
      return "kelvin " + of(kelvin.temperature());
    }
    ColorDistribution.Jitter jitter = (ColorDistribution.Jitter) color;
    return "jitter "
        + of(jitter.value())
        + " hue "
        + of(jitter.hue())
        + " saturation "
        + of(jitter.saturation())
        + " brightness "
        + of(jitter.brightness());
  }

  private static String point(PointDistribution point) {
    if (point instanceof PointDistribution.Axes axes) {
      return list(axes.parts());
    }
    if (point instanceof PointDistribution.Box box) {
      return "box " + value(box.min()) + " to " + value(box.max());
    }
    if (point instanceof PointDistribution.Shell shell) {
      return "shell around "
          + value(shell.around())
          + " radius "
          + numbers(shell.inner(), shell.outer())
          + " azimuth "
          + numbers(shell.minAzimuth(), shell.maxAzimuth())
          + " elevation "
          + numbers(shell.minElevation(), shell.maxElevation());
    }
    if (point instanceof PointDistribution.Disk disk) {
      return "disk around "
          + value(disk.center())
          + " radius "
          + numbers(disk.inner(), disk.outer())
          + " normal "
          + value(disk.normal());
    }
    if (point instanceof PointPolygon polygon) {
      return "polygon " + values(polygon.corners());
    }
    if (point instanceof PointDistribution.Polyline path) {
      return "path " + values(path.points());
    }
    return "sum " + list(((PointDistribution.Sum) point).terms());
  }

  private static String rotation(RotationDistribution rotation) {
    if (rotation instanceof RotationDistribution.Cone cone) {
      return "cone "
          + value(cone.axis())
          + " angle "
          + DecimalText.of(cone.angle())
          + " spin "
          + of(cone.spin());
    }
    if (rotation instanceof RotationDistribution.Angles angles) {
      return "angles " + list(angles.parts());
    }
    return "uniform_so3";
  }

  /** Numbers, colors, vectors, surfaces and rotations. */
  private static String value(Object value) {
    if (value instanceof Double number) {
      return DecimalText.of(number);
    }
    if (value instanceof LinearColor color) {
      return numbers(color.red(), color.green(), color.blue());
    }
    if (value instanceof Vec3 vector) {
      return numbers(vector.x(), vector.y(), vector.z());
    }
    if (value instanceof SurfaceKind kind) {
      return kind.word();
    }
    Rotation rotation = (Rotation) value;
    return numbers(rotation.x(), rotation.y(), rotation.z(), rotation.w());
  }

  private static String numbers(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(DecimalText::of)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String values(List<Vec3> points) {
    return points.stream().map(DistributionText::value).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String list(List<? extends Distribution<?>> parts) {
    return parts.stream().map(DistributionText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String stride(long stride) {
    return stride == 1 ? "" : " stride " + stride;
  }
}
