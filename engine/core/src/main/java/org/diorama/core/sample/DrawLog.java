package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.math.DecimalText;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.FrameKey;
import org.diorama.core.random.RandomStream;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;

/** Draws parameters for one frame and remembers what was drawn. Constants are not draws. */
final class DrawLog {
  private final FrameKey key;
  private final List<DrawnValue> values = new ArrayList<>();
  private final Set<DrawnValue> known = new LinkedHashSet<>();

  DrawLog(FrameKey key) {
    this.key = key;
  }

  /** A moment of the log to go back to. */
  record Mark(int size) {}

  Mark mark() {
    return new Mark(values.size());
  }

  /** Forgets what was logged since. */
  void rewind(Mark mark) {
    List<DrawnValue> later = values.subList(mark.size(), values.size());
    later.forEach(known::remove);
    later.clear();
  }

  /** In the order they were logged; a draw that several values share is logged once. */
  List<DrawnValue> values() {
    return List.copyOf(values);
  }

  /**
   * @param instance index in the group, or {@link RandomStream#WHOLE_GROUP}
   */
  double number(Parameter<Double> parameter, long instance) {
    double value = parameter.distribution().draw(stream(parameter, instance));
    log(parameter, instance, DecimalText.of(value));
    return value;
  }

  LinearColor color(Parameter<LinearColor> parameter, long instance) {
    LinearColor value = parameter.distribution().draw(stream(parameter, instance));
    log(
        parameter,
        instance,
        String.join(
            ",",
            DecimalText.of(value.red()),
            DecimalText.of(value.green()),
            DecimalText.of(value.blue())));
    return value;
  }

  Vec3 vector(VectorParameter parameter, long instance) {
    return new Vec3(
        number(parameter.x(), instance),
        number(parameter.y(), instance),
        number(parameter.z(), instance));
  }

  /** The stream of a parameter, at its first draw. */
  RandomStream stream(Parameter<?> parameter, long instance) {
    return stream(parameter.path(), parameter.scope(), instance);
  }

  RandomStream stream(String path, Scope scope, long instance) {
    return new RandomStream(
        key.seed(),
        path,
        scope == Scope.DATASET ? RandomStream.WHOLE_DATASET : key.frame(),
        scope == Scope.INSTANCE ? instance : RandomStream.WHOLE_GROUP);
  }

  /** Logs a value that was drawn from {@link #stream}. */
  void log(Parameter<?> parameter, long instance, String text) {
    if (!(parameter.distribution() instanceof Distribution.Constant)) {
      log(parameter.path(), parameter.scope(), instance, text);
    }
  }

  void log(String path, Scope scope, long instance, String text) {
    DrawnValue value =
        new DrawnValue(path, scope == Scope.INSTANCE ? instance : RandomStream.WHOLE_GROUP, text);
    if (known.add(value)) {
      values.add(value);
    }
  }
}
