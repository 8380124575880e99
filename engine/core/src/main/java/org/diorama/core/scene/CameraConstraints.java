package org.diorama.core.scene;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a camera must see and keep away from, in every frame of a sequence. Its mount is drawn again
 * until it holds.
 *
 * @param minVisible fewest visible instances by the name of their category; an instance is visible
 *     where it shows as much as labels ask for
 * @param clearance free distance to every surface, meters
 * @param outside whether it must not stand inside an object
 */
public record CameraConstraints(
    Map<String, Integer> minVisible, double clearance, boolean outside) {
  public static final CameraConstraints NONE =
      new CameraConstraints(Collections.emptyMap(), 0, false);

  public CameraConstraints {
    minVisible = Collections.unmodifiableMap(new LinkedHashMap<>(minVisible));
    if (!(clearance >= 0)) {
      throw new IllegalArgumentException("clearance " + clearance);
    }
  }

  public boolean isNone() {
    return minVisible.isEmpty() && clearance == 0 && !outside;
  }
}
