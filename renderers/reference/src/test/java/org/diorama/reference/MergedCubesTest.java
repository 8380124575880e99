package org.diorama.reference;

import org.diorama.testkit.MergedCubesContract;
import org.junit.jupiter.api.Test;

class MergedCubesTest {
  @Test
  void everySubsetIsTheUnionOfItsCubes() {
    new MergedCubesContract(Rendering::frame).everySubsetIsTheUnionOfItsCubes();
  }
}
