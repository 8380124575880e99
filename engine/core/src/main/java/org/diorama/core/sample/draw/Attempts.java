package org.diorama.core.sample.draw;

import java.util.ArrayList;
import java.util.List;
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
  private final List<Scope> scopes;
  private final DrawLog.Mark start;
  private final List<Redrawn> values = new ArrayList<>();
  private boolean varied;

  /** A value that is drawn again. There are few: they are looked for one by one. */
  private static final class Redrawn {
    private final StreamPath path;
    private final DrawSite site;
    private final RandomStream stream;
    private Object value;

    Redrawn(StreamPath path, DrawSite site, RandomStream stream) {
      this.path = path;
      this.site = site;
      this.stream = stream;
    }
  }

  /**
   * @param redrawn scopes of the parameters that an attempt draws anew
   */
  public Attempts(DrawLog log, Scope... redrawn) {
    this.log = log;
    this.scopes = List.of(redrawn);
    this.start = log.mark();
  }

  /** Starts another attempt: forgets the draws of the one before. */
  public void again() {
    values.forEach(each -> each.value = null);
    log.rewind(start);
  }

  /** Whether another attempt may give another value than one that was asked for. */
  public boolean varied() {
    return varied;
  }

  /** Whether another attempt may give another value. */
  public boolean varies(Parameter<?> parameter) {
    return scopes.contains(parameter.scope())
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
    Redrawn redrawn = redrawn(parameter, site);
    if (redrawn.value == null) {
      redrawn.value = log.draw(parameter, site, redrawn.stream);
    }
    return cast(redrawn.value);
  }

  private Redrawn redrawn(Parameter<?> parameter, DrawSite site) {
    for (Redrawn each : values) {
      if (each.path.equals(parameter.path()) && each.site.equals(site)) {
        return each;
      }
    }
    RandomStream stream = log.stream(parameter.path(), parameter.scope(), site);
    Redrawn first = new Redrawn(parameter.path(), site, stream);
    values.add(first);
    return first;
  }

  /** A path names one parameter, so its value is of that parameter's type. */
  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
