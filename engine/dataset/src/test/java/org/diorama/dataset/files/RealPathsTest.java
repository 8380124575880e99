package org.diorama.dataset.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealPathsTest {
  /** However the folder is named, the working folder's own names included. */
  @ParameterizedTest
  @ValueSource(strings = {"", ".", "./", "a/..", "a", "./a/b/..", "/tmp/a", "..", "../a"})
  void whatLiesBelowAFolderDoesSoByAnyNameOfIt(String name) {
    Path root = Path.of(name);
    for (String file : new String[] {"x", "x/y.png", "x/../y", "./x"}) {
      assertTrue(RealPaths.isBelow(root, root.resolve(file)), file);
    }
    for (String file : new String[] {"", ".", "..", "../x", "x/../../y", "/etc/passwd"}) {
      assertFalse(RealPaths.isBelow(root, root.resolve(file)), file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab/x", "abc"})
  void aLongerNameIsNoFileBelow(String name) {
    assertFalse(RealPaths.isBelow(Path.of("a"), Path.of(name)));
  }
}
