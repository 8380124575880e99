package org.diorama.opengl;

import org.diorama.testkit.MergedCubesContract;
import org.junit.jupiter.api.Test;

class MergedCubesTest {
  @Test
  void everySubsetIsTheUnionOfItsCubes() {
    new MergedCubesContract(Renders::frame).everySubsetIsTheUnionOfItsCubes();
  }
}
