package org.diorama.core.sample.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.DrawContext;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;

/**
 * Draws parameters for one frame and remembers what was drawn. A parameter has one value at a site,
 * however often it is asked for. Constants are not draws.
 */
public final class DrawLog implements Draws {
  private final long seed;
  private final FramePosition position;
  private final DrawnValues values = new DrawnValues();
  private final Map<StreamPath, Object> fixed = new LinkedHashMap<>();

  public DrawLog(long seed, FramePosition position) {
    this.seed = seed;
    this.position = position;
  }

  /** An empty log for a step of the same sequence; what was fixed here is fixed there. */
  public DrawLog at(int step) {
    DrawLog other = new DrawLog(seed, position.at(step));
    other.fixed.putAll(fixed);
    return other;
  }

  /** Logs what another log of the same step holds. */
  public void append(List<DrawnValue> others) {
    others.forEach(values::add);
  }

  public FramePosition position() {
    return position;
  }

  /** The same draws; what is drawn through it is not logged here. */
  public DrawLog unrecorded() {
    return at(position.step());
  }

  /** A moment of the log to go back to. */
  public record Mark(int size) {}

  public Mark mark() {
    return new Mark(values.size());
  }

  /** Forgets what was logged since. */
  public void rewind(Mark mark) {
    values.truncate(mark.size());
  }

  /** In the order they were logged; a draw that several values share is logged once. */
  public List<DrawnValue> values() {
    return values.list();
  }

  /** Has a parameter stand for a value from here on, wherever it is referred to. */
  public <T> void fix(Parameter<T> parameter, T value) {
    fixed.put(parameter.path(), value);
  }

  /** A value that may give way to another one: it is not remembered. */
  public <T> T unlogged(Parameter<T> parameter, DrawSite site) {
    Mark mark = mark();
    T value = value(parameter, site);
    rewind(mark);
    return value;
  }

  @Override
  public <T> T value(Parameter<T> parameter, DrawSite site) {
    Object given = fixed.isEmpty() ? null : fixed.get(parameter.path());
    if (given != null) {
      return cast(given);
    }
    if (parameter.distribution() instanceof Distribution.Constant<T> constant) {
      return constant.value();
    }
    return draw(parameter, site, stream(parameter.path(), parameter.scope(), site));
  }

  /** Draws from a stream of the caller's, and logs. */
  public <T> T draw(Parameter<T> parameter, DrawSite site, RandomStream stream) {
    T value = parameter.distribution().draw(new Context(parameter.scope(), site, stream));
    if (!(parameter.distribution() instanceof Distribution.Reference)) {
      log(parameter.path(), parameter.scope(), site, value);
    }
    return value;
  }

  /** A stream at its first draw. */
  public RandomStream stream(StreamPath path, Scope scope, DrawSite site) {
    return new RandomStream(seed, path, moment(scope), owner(scope, site));
  }

  /** Logs a value that was drawn from {@link #stream}: a number, color, vector or name. */
  public void log(StreamPath path, Scope scope, DrawSite site, Object value) {
    values.add(DrawnValue.of(path.toString(), owner(scope, site), value));
  }

  /** A path names one parameter, so its value is of that parameter's type. */
  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }

  private long moment(Scope scope) {
    return switch (scope) {
      case DATASET -> RandomStream.WHOLE_DATASET;
      case FRAME -> position.drawNumber();
      default -> position.sequence();
    };
  }

  private static long owner(Scope scope, DrawSite site) {
    return switch (scope) {
      case INSTANCE -> site.identity();
      case PARENT -> site.parent().identity();
      default -> DrawSite.WHOLE.identity();
    };
  }

  private final class Context implements DrawContext {
    private final Scope scope;
    private final DrawSite site;
    private final RandomStream stream;

    Context(Scope scope, DrawSite site, RandomStream stream) {
      this.scope = scope;
      this.site = site;
      this.stream = stream;
    }

    @Override
    public RandomStream stream() {
      return stream;
    }

    @Override
    public long number() {
      return switch (scope) {
        case DATASET -> 0;
        case SEQUENCE -> position.sequence();
        case FRAME -> position.drawNumber();
        case PARENT -> site.parent().index();
        case INSTANCE -> site.index();
      };
    }

    @Override
    public <T> T value(Parameter<T> parameter) {
      return DrawLog.this.value(parameter, site);
    }
  }
}
