package org.diorama.assets;

import java.util.List;

/**
 * What baking many assets came to.
 *
 * @param baked how many have a bake now
 * @param failures one line an asset that has none
 * @param warnings lines about what imports left out or changed
 * @param seconds of wall clock
 * @param cacheBytes of all their bakes
 */
public record BakeReport(
    int baked, List<String> failures, List<String> warnings, double seconds, long cacheBytes) {}
