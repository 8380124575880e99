package org.diorama.core.scene;

import java.util.List;
import org.diorama.core.math.HueColor;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;

/** More ways to draw colors. */
public sealed interface ColorDistribution extends Distribution<LinearColor> {

  /**
   * Color of a black body, its largest channel 1.
   *
   * @param temperature kelvin, within the range of {@link PlanckianLocus}
   */
  record Kelvin(Distribution<Double> temperature) implements ColorDistribution {
    @Override
    public LinearColor draw(DrawContext context) {
      LinearColor color = PlanckianLocus.color(temperature.draw(context));
      double largest = Math.max(color.red(), Math.max(color.green(), color.blue()));
      return new LinearColor(
          color.red() / largest, color.green() / largest, color.blue() / largest);
    }

    @Override
    public List<Distribution<Double>> parts() {
      return List.of(temperature);
    }
  }

  /**
   * A color that is changed by hue, saturation and brightness.
   *
   * @param hue degrees that the hue is turned by
   * @param saturation relative change, at least -1; the result is at most 1
   * @param brightness relative change of all channels, at least -1
   * @param brightest no channel becomes larger
   */
  record Jitter(
      Distribution<LinearColor> value,
      Distribution<Double> hue,
      Distribution<Double> saturation,
      Distribution<Double> brightness,
      double brightest)
      implements ColorDistribution {
    @Override
    public LinearColor draw(DrawContext context) {
      HueColor plain = HueColor.of(value.draw(context));
      double turned = plain.hue() + hue.draw(context);
      double saturated = Math.min(1, plain.saturation() * (1 + saturation.draw(context)));
      double brightened = Math.min(brightest, plain.value() * (1 + brightness.draw(context)));
      return new HueColor(turned, saturated, brightened).color();
    }

    @Override
    public List<Distribution<?>> parts() {
      return List.of(value, hue, saturation, brightness);
    }
  }
}
