package org.diorama.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EngineVersionTest {
  @Test
  void isANumberFilledInByTheBuild() {
    String version = EngineVersion.text();
    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
  }
}
