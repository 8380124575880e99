package org.diorama.assets.worker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Leaves out triangles that lie where another one of their part does, one way round or the other.
 * Files that hold a back side to every face have them; here a face is seen from both sides, and of
 * two that lie in one place it would be chance which one a pixel shows.
 */
final class BackSides {
  private BackSides() {}

  /** Of triangles in one place the one stays whose normals agree best with the way round it is. */
  static ImportedPart leaveOut(ImportedPart part) {
    int triangles = part.corners() / 3;
    Map<Place, Integer> kept = new HashMap<>();
    boolean[] stays = new boolean[triangles];
    for (int triangle = 0; triangle < triangles; triangle++) {
      Place place = Place.of(part.positions(), triangle);
      Integer other = kept.get(place);
      if (other == null || agreement(part, triangle) > agreement(part, other)) {
        if (other != null) {
          stays[other] = false;
        }
        stays[triangle] = true;
        kept.put(place, triangle);
      }
    }
    int[] left = IntStream.range(0, triangles).filter(triangle -> stays[triangle]).toArray();
    if (left.length == triangles) {
      return part;
    }
    return new ImportedPart(
        part.name(),
        part.material(),
        gather(part.positions(), left, 9),
        gather(part.normals(), left, 9),
        gather(part.textureCoordinates(), left, 6),
        part.textured());
  }

  private static float[] gather(float[] numbers, int[] triangles, int each) {
    float[] result = new float[each * triangles.length];
    for (int i = 0; i < triangles.length; i++) {
      System.arraycopy(numbers, each * triangles[i], result, each * i, each);
    }
    return result;
  }

  /** Where a triangle lies, whichever corner comes first and whichever way round. */
  private record Place(Corner first, Corner second, Corner third) {
    static Place of(float[] positions, int triangle) {
      Corner[] corners = new Corner[3];
      for (int i = 0; i < 3; i++) {
        int at = 9 * triangle + 3 * i;
        corners[i] = new Corner(positions[at], positions[at + 1], positions[at + 2]);
      }
      Arrays.sort(corners);
      return new Place(corners[0], corners[1], corners[2]);
    }
  }

  private record Corner(float x, float y, float z) implements Comparable<Corner> {
    @Override
    public int compareTo(Corner other) {
      int byX = Float.compare(x, other.x);
      int byY = byX != 0 ? byX : Float.compare(y, other.y);
      return byY != 0 ? byY : Float.compare(z, other.z);
    }
  }

  /** Sum of the corners' normals along the triangle's own, of the length of its doubled area. */
  private static double agreement(ImportedPart part, int triangle) {
    float[] p = part.positions();
    float[] n = part.normals();
    int at = 9 * triangle;
    double ax = p[at + 3] - p[at];
    double ay = p[at + 4] - p[at + 1];
    double az = p[at + 5] - p[at + 2];
    double bx = p[at + 6] - p[at];
    double by = p[at + 7] - p[at + 1];
    double bz = p[at + 8] - p[at + 2];
    double sum = 0;
    for (int corner = at; corner < at + 9; corner += 3) {
      sum +=
          n[corner] * (ay * bz - az * by)
              + n[corner + 1] * (az * bx - ax * bz)
              + n[corner + 2] * (ax * by - ay * bx);
    }
    return sum;
  }
}
