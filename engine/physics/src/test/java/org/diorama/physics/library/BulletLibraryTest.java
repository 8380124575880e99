package org.diorama.physics.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.physics.BulletSettler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulletLibraryTest {
  private static final String LIBRARY = "/native/linux/x86_64/libbulletjme.so";

  @TempDir Path folder;

  @Test
  void theSettlerIsFoundAndLoadsNothingYet() {
    List<PhysicsSettler> found =
        ServiceLoader.load(PhysicsSettler.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(1, found.size());
    assertTrue(found.get(0) instanceof BulletSettler);
  }

  @Test
  void leavesNothingBehind() throws IOException {
    // A folder of its own: in the system's, other processes may be loading the library right now.
    BulletLibrary.load(LIBRARY, folder);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aLibraryThatIsNoneSaysWhatToDo() throws IOException {
    String resource = "/META-INF/services/" + PhysicsSettler.class.getName();
    DioramaException failure =
        assertThrows(DioramaException.class, () -> BulletLibrary.load(resource, folder));
    assertEquals(ExitStatus.NO_RENDERER, failure.status());
    assertTrue(failure.getMessage().contains("-Djava.io.tmpdir=DIR"), failure.getMessage());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aTemporaryFolderThatIsMissingIsNamed() {
    Path missing = folder.resolve("missing");
    DioramaException failure =
        assertThrows(DioramaException.class, () -> BulletLibrary.load(LIBRARY, missing));
    assertEquals(ExitStatus.NO_RENDERER, failure.status());
    assertTrue(failure.getMessage().contains(missing.toString()), failure.getMessage());
  }

  @Test
  void anArchiveWithoutTheLibraryIsNamed() {
    DioramaException failure =
        assertThrows(DioramaException.class, () -> BulletLibrary.load("/native/none.so", folder));
    assertEquals(ExitStatus.NO_RENDERER, failure.status());
    assertTrue(failure.getMessage().contains("/native/none.so"), failure.getMessage());
  }
}
