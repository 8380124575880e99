package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Vec3;
import org.diorama.opengl.frame.LampCell.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LampCellTest {
  /** 1 m wide: from 10 m it is narrow, from 2 m it takes 4 of 0.3 m, closer the most there are. */
  @ParameterizedTest
  @CsvSource({"10, 1", "3.4, 1", "2, 4", "0.4, 12"})
  void aTubeIsCutAlongItsLengthAsFinelyAsTheDistanceAsks(double distance, int count) {
    LampShape tube = new LampShape.Tube(1, 0.03);
    List<Part> parts = LampCell.parts(tube, distance, LampCell.MOST);
    assertEquals(count, parts.size());
    assertEquals(1, parts.stream().mapToDouble(Part::length).sum(), 1e-12);
    parts.forEach(part -> assertEquals(0.03, part.width(), 1e-12));
    assertEquals(-0.5, parts.get(0).at().z() - parts.get(0).length() / 2, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.6, 1.3", "1.2, 1.2, 1.5", "0.25, 0.9, 1", "3, 0.1, 0.2"})
  void aPanelsPartsTileIt(double width, double length, double distance) {
    List<Part> parts =
        LampCell.parts(new LampShape.Rectangle(width, length), distance, LampCell.MOST);
    assertTrue(parts.size() > 1 && parts.size() <= LampCell.MOST, parts.size() + " parts");
    Part first = parts.get(0);
    double area = first.width() * first.length() * parts.size();
    assertEquals(width * length, area, 1e-12);
    double sumY = 0;
    double sumZ = 0;
    for (Part part : parts) {
      assertTrue(Math.abs(part.at().y()) + part.width() / 2 <= width / 2 + 1e-12);
      assertTrue(Math.abs(part.at().z()) + part.length() / 2 <= length / 2 + 1e-12);
      sumY += part.at().y();
      sumZ += part.at().z();
    }
    assertEquals(0, sumY, 1e-12);
    assertEquals(0, sumZ, 1e-12);
    assertEquals(parts.size(), parts.stream().map(Part::at).distinct().count());
  }

  @Test
  void fewerPartsThanAskedForAreWiderOnes() {
    LampShape panel = new LampShape.Rectangle(1, 1);
    assertEquals(4, LampCell.parts(panel, 0.5, 4).size());
    assertEquals(9, LampCell.parts(panel, 0.5, 10).size());
    assertEquals(1, LampCell.parts(panel, 0.5, 1).size());
  }

  /** Their middle is the disk's, and they have its area; their mean square radius is R²/2. */
  @Test
  void aDisksPartsHaveItsMoments() {
    List<Part> parts = LampCell.parts(new LampShape.Disk(0.8), 0.8, LampCell.MOST);
    assertEquals(12, parts.size());
    double area = 0;
    double moment = 0;
    for (Part part : parts) {
      double radius = part.at().length();
      area += part.width() * part.width();
      moment += radius * radius / parts.size();
      assertTrue(radius <= 0.4);
    }
    assertEquals(0.8 * 0.8, area, 1e-12);
    assertEquals(0.4 * 0.4 / 2, moment, 1e-12);
  }

  @Test
  void whatIsRoundAllAboutStaysWhole() {
    List<Part> parts = LampCell.parts(new LampShape.Point(1), 0.5, LampCell.MOST);
    assertEquals(List.of(new Part(Vec3.ZERO, 1, 1)), parts);
  }
}
