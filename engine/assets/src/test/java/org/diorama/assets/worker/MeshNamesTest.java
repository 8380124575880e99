package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshNamesTest {
  private final MeshNames names = new MeshNames("car.obj");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\t",
        "car.obj",
        "<STL_BINARY>",
        "nodes[12]",
        "meshes[0]",
        "meshes[0]-2",
        "default",
        "defaultobject",
        "ROOT"
      })
  void whatNobodyWroteIsNoName(String madeUp) {
    assertEquals("otherwise", names.of(madeUp, "otherwise"));
  }

  @Test
  void namesStayAsTheyAre() {
    for (String name :
        new String[] {"car", "nodes", "default.001", "roue arrière", "a/b", "Root"}) {
      assertEquals(name, names.of(name, "otherwise"));
    }
  }

  @Test
  void butForControlCharactersAndGreatLength() {
    assertEquals("a b", names.of("\na\r\n\0b ", "otherwise"));
    assertEquals("x".repeat(MeshNames.MAX_LENGTH), names.of("x".repeat(5000), "otherwise"));
  }
}
