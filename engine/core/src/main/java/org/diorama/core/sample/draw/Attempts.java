package org.diorama.core.sample.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;

/**
 * Draws that are made again until they fit. The first attempt has the values that {@link DrawLog}
 * gives; each later one takes the next draws of the same streams. What others share stays: values
 * of another scope, and values of other parameters that are referred to. The log holds the draws of
 * the last attempt only.
 */
public final class Attempts implements Draws {
  private final DrawLog log;
  private final List<Scope> redrawn;
  private final DrawLog.Mark start;
  private final Map<Key, RandomStream> streams = new LinkedHashMap<>();
  private final Map<Key, Object> values = new LinkedHashMap<>();
  private boolean varied;

  private record Key(StreamPath path, DrawSite site) {}

  /**
   * @param redrawn scopes of the parameters that an attempt draws anew
   */
  public Attempts(DrawLog log, Scope... redrawn) {
    this.log = log;
    this.redrawn = List.of(redrawn);
    this.start = log.mark();
  }

  /** Starts another attempt: forgets the draws of the one before. */
  public void again() {
    values.clear();
    log.rewind(start);
  }

  /** Whether another attempt may give another value than one that was asked for. */
  public boolean varied() {
    return varied;
  }

  /** Whether another attempt may give another value. */
  public boolean varies(Parameter<?> parameter) {
    return redrawn.contains(parameter.scope())
        && !parameter.isConstant()
        && !(parameter.distribution() instanceof Distribution.Reference);
  }

  public boolean varies(VectorParameter parameter) {
    if (parameter instanceof VectorParameter.Joint joint) {
      return varies(joint.point());
    }
    VectorParameter.Axes axes = (VectorParameter.Axes) parameter;
    return varies(axes.x()) || varies(axes.y()) || varies(axes.z());
  }

  @Override
  public <T> T value(Parameter<T> parameter, DrawSite site) {
    if (!varies(parameter)) {
      return log.value(parameter, site);
    }
    varied = true;
    Key key = new Key(parameter.path(), site);
    if (!values.containsKey(key)) {
      RandomStream stream =
          streams.computeIfAbsent(
              key, absent -> log.stream(parameter.path(), parameter.scope(), site));
      values.put(key, log.draw(parameter, site, stream));
    }
    return cast(values.get(key));
  }

  /** A path names one parameter, so its value is of that parameter's type. */
  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
