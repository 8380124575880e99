package org.diorama.core.sample.draw;

import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;

/** Draws parameters of one frame. */
public interface Draws {
  /**
   * @param site the instance it is drawn for, or {@link DrawSite#WHOLE}
   */
  <T> T value(Parameter<T> parameter, DrawSite site);

  default double number(Parameter<Double> parameter, DrawSite site) {
    return value(parameter, site);
  }

  default Vec3 vector(VectorParameter parameter, DrawSite site) {
    if (parameter instanceof VectorParameter.Joint joint) {
      return value(joint.point(), site);
    }
    VectorParameter.Axes axes = (VectorParameter.Axes) parameter;
    return new Vec3(number(axes.x(), site), number(axes.y(), site), number(axes.z(), site));
  }
}
