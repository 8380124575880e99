package org.diorama.opengl.gl;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all scopes that share it own and have run, to be read from any thread. */
public final class GlCensus {
  private final AtomicInteger live = new AtomicInteger();
  private final Map<String, Integer> runs = new ConcurrentHashMap<>();

  void born() {
    live.incrementAndGet();
  }

  void died() {
    live.decrementAndGet();
  }

  void ran(String program) {
    runs.merge(program, 1, Integer::sum);
  }

  /** OpenGL objects that exist at this moment. */
  public int liveObjects() {
    return live.get();
  }

  /**
   * How often each program was put to use so far, by the files it is made of, such as {@code
   * shadow.vert + shadow.frag}: every draw and dispatch is preceded by one.
   */
  public Map<String, Integer> programRuns() {
    return new TreeMap<>(runs);
  }
}
