package org.diorama.core.asset;

/**
 * A bounding volume hierarchy over the triangles of one level of detail, in the asset's space:
 * plain arrays, baked with the mesh and shared by sampler, reference renderer and GPU.
 *
 * <p>Node n occupies {@code bounds[6n..6n+5]} (minimum x, y, z, maximum x, y, z, rounded outwards)
 * and {@code links[2n], links[2n+1]}: an inner node has (left child, right child), a leaf has
 * (first place in {@code order}, -count). Node 0 is the root; a child follows its parent. No leaf
 * lies more than {@link #MAX_DEPTH} links below the root. A level without triangles has no nodes.
 *
 * @param order triangle numbers of the level, leaf by leaf
 */
public record MeshBvh(float[] bounds, int[] links, int[] order) {
  /** Bounds the stack of every traversal. */
  public static final int MAX_DEPTH = 64;

  public int nodeCount() {
    return links.length / 2;
  }

  /** Whether the node holds triangles instead of two children. */
  public boolean isLeaf(int node) {
    return links[2 * node + 1] < 0;
  }
}
