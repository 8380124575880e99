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

  /**
   * One tree's space, a box of the tree, and how another space's box lies in it. The map's numbers
   * are fields: a frame of a thousand instances compares tens of thousands of boxes.
   */
  private static final class Space {
    private MeshBvh tree;
    private float[] boxes;
    private int loaded;
    private double margin;
    private double m00;
    private double m01;
    private double m02;
    private double m03;
    private double m10;
    private double m11;
    private double m12;
    private double m13;
    private double m20;
    private double m21;
    private double m22;
    private double m23;
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

    void set(MeshBvh newTree, Affine3 fromOther, double newMargin) {
      tree = newTree;
      boxes = newTree.bounds();
      loaded = -1;
      margin = newMargin;
      m00 = fromOther.m00();
      m01 = fromOther.m01();
      m02 = fromOther.m02();
      m03 = fromOther.m03();
      m10 = fromOther.m10();
      m11 = fromOther.m11();
      m12 = fromOther.m12();
      m13 = fromOther.m13();
      m20 = fromOther.m20();
      m21 = fromOther.m21();
      m22 = fromOther.m22();
      m23 = fromOther.m23();
    }

    void load(int node) {
      if (node == loaded) {
        return;
      }
      loaded = node;
      int at = 6 * node;
      centerX = ((double) boxes[at] + boxes[at + 3]) / 2;
      centerY = ((double) boxes[at + 1] + boxes[at + 4]) / 2;
      centerZ = ((double) boxes[at + 2] + boxes[at + 5]) / 2;
      halfX = boxes[at + 3] - centerX;
      halfY = boxes[at + 4] - centerY;
      halfZ = boxes[at + 5] - centerZ;
    }

    /** Whether the other's box lies beyond a side of this one's. */
    boolean excludes(Space other) {
      double x = other.centerX;
      double y = other.centerY;
      double z = other.centerZ;
      double wide = other.halfX;
      double deep = other.halfY;
      double high = other.halfZ;
      offsetX = m00 * x + m01 * y + m02 * z + m03 - centerX;
      reachX = margin + reach(m00, m01, m02, wide, deep, high);
      if (Math.abs(offsetX) > halfX + reachX) {
        return true;
      }
      offsetY = m10 * x + m11 * y + m12 * z + m13 - centerY;
      reachY = margin + reach(m10, m11, m12, wide, deep, high);
      if (Math.abs(offsetY) > halfY + reachY) {
        return true;
      }
      offsetZ = m20 * x + m21 * y + m22 * z + m23 - centerZ;
      reachZ = margin + reach(m20, m21, m22, wide, deep, high);
      return Math.abs(offsetZ) > halfZ + reachZ;
    }

    private static double reach(
        double x, double y, double z, double wide, double deep, double high) {
      return Math.abs(x) * wide + Math.abs(y) * deep + Math.abs(z) * high;
    }
  }
}
