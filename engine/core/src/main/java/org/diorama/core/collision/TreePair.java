package org.diorama.core.collision;

import java.util.Arrays;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.math.Affine3;

/**
 * Finds the leaves of two placed trees of boxes that are near each other: Gottschalk, Lin, Manocha,
 * "OBBTree", SIGGRAPH 1996. Two boxes are told apart along the six axes of their own spaces. Holds
 * scratch space: one thread's own.
 */
final class TreePair {
  /** Asks something of two leaves. */
  interface LeafTest {
    boolean holds(int leafA, int leafB);
  }

  private final Space a = new Space();
  private final Space b = new Space();
  private int[] stack = new int[256];

  /** Square of the distance of the centers of the boxes that were compared last, in a's space. */
  private double distance;

  /** Whether the first of them is to be split next. */
  private boolean splitsA;

  /**
   * @param marginA by which the other's boxes are taken wider, in the first tree's space
   * @param marginB likewise
   */
  void set(
      MeshBvh treeA,
      MeshBvh treeB,
      Affine3 aFromB,
      Affine3 bFromA,
      double marginA,
      double marginB) {
    a.set(treeA, aFromB, marginA);
    b.set(treeB, bFromA, marginB);
  }

  /** Whether the test holds for any two leaves that are not apart; the nearest come first. */
  boolean any(LeafTest test) {
    int top = areApart(0, 0) ? 0 : push(0, 0, 0, splitsA);
    while (top > 0) {
      top -= 3;
      int nodeA = stack[top];
      int nodeB = stack[top + 1];
      boolean leafA = a.tree.isLeaf(nodeA);
      boolean leafB = b.tree.isLeaf(nodeB);
      if (leafA && leafB) {
        if (test.holds(nodeA, nodeB)) {
          return true;
        }
      } else if (leafB || !leafA && stack[top + 2] != 0) {
        int[] links = a.tree.links();
        top = push(top, links[2 * nodeA], nodeB, links[2 * nodeA + 1], nodeB);
      } else {
        int[] links = b.tree.links();
        top = push(top, nodeA, links[2 * nodeB], nodeA, links[2 * nodeB + 1]);
      }
    }
    return false;
  }

  /** Pushes those of two pairs that are not apart, the nearer one last. */
  private int push(int top, int nodeA, int nodeB, int otherA, int otherB) {
    boolean one = !areApart(nodeA, nodeB);
    double oneDistance = distance;
    boolean oneSplitsA = splitsA;
    if (areApart(otherA, otherB)) {
      return one ? push(top, nodeA, nodeB, oneSplitsA) : top;
    }
    boolean otherSplitsA = splitsA;
    if (!one) {
      return push(top, otherA, otherB, otherSplitsA);
    }
    return oneDistance < distance
        ? push(push(top, otherA, otherB, otherSplitsA), nodeA, nodeB, oneSplitsA)
        : push(push(top, nodeA, nodeB, oneSplitsA), otherA, otherB, otherSplitsA);
  }

  private int push(int top, int nodeA, int nodeB, boolean splitsFirst) {
    if (top + 3 > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[top] = nodeA;
    stack[top + 1] = nodeB;
    stack[top + 2] = splitsFirst ? 1 : 0;
    return top + 3;
  }

  private boolean areApart(int nodeA, int nodeB) {
    a.load(nodeA);
    b.load(nodeB);
    if (a.excludes(b) || b.excludes(a)) {
      return true;
    }
    splitsA = a.halfX + a.halfY + a.halfZ > a.reachX + a.reachY + a.reachZ;
    distance = a.offsetX * a.offsetX + a.offsetY * a.offsetY + a.offsetZ * a.offsetZ;
    return false;
  }

  /** One tree's space, a box of the tree, and how another space's box lies in it. */
  private static final class Space {
    private MeshBvh tree;
    private Affine3 fromOther;
    private double margin;
    private double centerX;
    private double centerY;
    private double centerZ;
    private double halfX;
    private double halfY;
    private double halfZ;
    private double offsetX;
    private double offsetY;
    private double offsetZ;
    private double reachX;
    private double reachY;
    private double reachZ;

    void set(MeshBvh newTree, Affine3 newFromOther, double newMargin) {
      tree = newTree;
      fromOther = newFromOther;
      margin = newMargin;
    }

    void load(int node) {
      float[] box = tree.bounds();
      int at = 6 * node;
      centerX = ((double) box[at] + box[at + 3]) / 2;
      centerY = ((double) box[at + 1] + box[at + 4]) / 2;
      centerZ = ((double) box[at + 2] + box[at + 5]) / 2;
      halfX = box[at + 3] - centerX;
      halfY = box[at + 4] - centerY;
      halfZ = box[at + 5] - centerZ;
    }

    /** Whether the other's box lies beyond a side of this one's. */
    boolean excludes(Space other) {
      Affine3 m = fromOther;
      offsetX = along(m.m00(), m.m01(), m.m02(), other) + m.m03() - centerX;
      reachX = margin + reach(m.m00(), m.m01(), m.m02(), other);
      if (Math.abs(offsetX) > halfX + reachX) {
        return true;
      }
      offsetY = along(m.m10(), m.m11(), m.m12(), other) + m.m13() - centerY;
      reachY = margin + reach(m.m10(), m.m11(), m.m12(), other);
      if (Math.abs(offsetY) > halfY + reachY) {
        return true;
      }
      offsetZ = along(m.m20(), m.m21(), m.m22(), other) + m.m23() - centerZ;
      reachZ = margin + reach(m.m20(), m.m21(), m.m22(), other);
      return Math.abs(offsetZ) > halfZ + reachZ;
    }

    private static double along(double x, double y, double z, Space other) {
      return x * other.centerX + y * other.centerY + z * other.centerZ;
    }

    private static double reach(double x, double y, double z, Space other) {
      return Math.abs(x) * other.halfX + Math.abs(y) * other.halfY + Math.abs(z) * other.halfZ;
    }
  }
}
