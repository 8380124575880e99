package org.diorama.assets.worker;

import java.util.List;

/**
 * One level of detail on its way.
 *
 * @param error meters
 * @param parts triangle indices of each part, in the parts' order; empty where nothing is left
 */
record SimplifiedLevel(double error, List<int[]> parts) {
  int triangles() {
    return parts.stream().mapToInt(indices -> indices.length / 3).sum();
  }
}
