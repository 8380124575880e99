package org.diorama.core.collision;

/** A few triangle numbers, each once. */
final class Contacts {
  private final int[] triangles;
  private int count;

  Contacts(int most) {
    this.triangles = new int[most];
  }

  void clear() {
    count = 0;
  }

  /** Does nothing where there is no room left. */
  void add(int triangle) {
    if (count == triangles.length) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (triangles[i] == triangle) {
        return;
      }
    }
    triangles[count++] = triangle;
  }

  int count() {
    return count;
  }

  int get(int index) {
    return triangles[index];
  }
}
