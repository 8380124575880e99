package org.diorama.core.asset;

/** Decides whether a hit counts: the place of the alpha test. Safe for use by several threads. */
public interface TriangleFilter {
  /** Every surface is solid. */
  TriangleFilter ALL = (triangle, weight1, weight2) -> true;

  /**
   * @param triangle place in the level of detail
   * @param weight1 barycentric weight of the triangle's second vertex
   * @param weight2 barycentric weight of its third vertex
   */
  boolean accepts(int triangle, double weight1, double weight2);
}
