package org.diorama.core.sample.settle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.Settlement;

/**
 * Remembers what was settled: all steps and twins of a sequence make the same request, and a
 * simulation costs far more than the rest of a frame.
 */
public final class SettleMemory implements PhysicsSettler {
  /** More than workers have sequences in hand; what was forgotten is settled again. */
  private static final int MOST = 64;

  private final PhysicsSettler settler;
  private final Map<SettleRequest, Settlement> known = new LinkedHashMap<>();

  public SettleMemory(PhysicsSettler settler) {
    this.settler = settler;
  }

  @Override
  public Settlement settle(SettleRequest request) {
    synchronized (known) {
      Settlement earlier = known.get(request);
      if (earlier != null) {
        return earlier;
      }
    }
    Settlement made = settler.settle(request);
    synchronized (known) {
      known.put(request, made);
      if (known.size() > MOST) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return made;
  }
}
