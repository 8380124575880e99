package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class PiecesTest {
  /** Each triangle x, x + 1 in x, at a height; its texture coordinates are its number. */
  private static ImportedPart strip(double... startsAndHeights) {
    int count = startsAndHeights.length / 2;
    float[] positions = new float[9 * count];
    float[] textureCoordinates = new float[6 * count];
    for (int i = 0; i < count; i++) {
      float x = (float) startsAndHeights[2 * i];
      float z = (float) startsAndHeights[2 * i + 1];
      float[] corners = {x, 0, z, x + 1, 0, z, x, 1, z};
      System.arraycopy(corners, 0, positions, 9 * i, 9);
      Arrays.fill(textureCoordinates, 6 * i, 6 * i + 6, i);
    }
    return new ImportedPart("mesh", 2, positions, positions.clone(), textureCoordinates, true);
  }

  @Test
  void trianglesThatShareACornerAreOnePiece() {
    List<ImportedPart> pieces = Pieces.of(strip(0, 0, 5, 0, 1, 0, 0, 3, 6, 0));
    assertEquals(List.of(6, 6, 3), pieces.stream().map(ImportedPart::corners).toList());
    assertArrayEquals(strip(0, 0, 1, 0).positions(), pieces.get(0).positions());
    assertArrayEquals(strip(5, 0, 6, 0).normals(), pieces.get(1).normals());
    assertArrayEquals(
        new float[] {1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4}, pieces.get(1).textureCoordinates());
    assertEquals("mesh", pieces.get(2).name());
    assertEquals(2, pieces.get(2).material());
  }

  @Test
  void whatIsConnectedByTheLastTriangleIsOnePiece() {
    assertEquals(1, Pieces.of(strip(0, 0, 2, 0, 1, 0)).size());
    assertEquals(1, Pieces.of(strip(-1, -0.0, 0, 0.0)).size(), "-0 is 0");
  }

  @Test
  void theMiddleIsThatOfTheBox() {
    assertEquals(new Vec3(1.5, 0.5, 2), Pieces.middle(strip(0, 1, 2, 3)));
  }
}
