package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Shell;
import org.diorama.cli.TestScene;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * libEGL is absent for real: the command runs in a mount name space of its own, where the folder of
 * the library is overlaid and the library deleted from the overlay.
 */
@Timeout(300)
class NoOpenGlTest {
  private static final String WITHOUT_EGL =
      """
      set -e
      folder=$(dirname "$(ldconfig -p | sed -n 's/.*libEGL\\.so\\.1.* => //p' | head -n 1)")
      mount -t overlay overlay -o "lowerdir=$folder,upperdir=$1,workdir=$2" "$folder"
      rm -f "$folder"/libEGL.so*
      shift 2
      exec "$@"
      """;

  @TempDir private Path folder;
  private List<String> wrapper;
  private Path scene;
  private Path out;

  @BeforeEach
  void hideTheLibrary() throws IOException, InterruptedException {
    scene = TestScene.write(folder);
    out = folder.resolve("set");
    Path upper = Files.createDirectory(folder.resolve("upper"));
    Path work = Files.createDirectory(folder.resolve("work"));
    wrapper =
        List.of(
            "unshare", "--mount", "sh", "-c", WITHOUT_EGL, "sh", upper.toString(), work.toString());
    try {
      List<String> probe = new ArrayList<>(wrapper);
      probe.add("true");
      Shell.run(probe.toArray(String[]::new));
    } catch (IOException e) {
      Assumptions.abort(
          "NOT TESTED: hiding libEGL needs the right to unshare and mount: " + e.getMessage());
    }
  }

  private CommandRun run(Map<String, String> environment, Object... arguments)
      throws IOException, InterruptedException {
    try (Child child = Child.start(folder, wrapper, environment, arguments)) {
      return child.await();
    }
  }

  @Test
  void openGlByNameIsRefusedWithTheRemedy() throws Exception {
    CommandRun run =
        run(Map.of(), "render", scene, "--renderer", "opengl", "--out", out).expect(69);
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("apt-get install"), run.err());
    assertTrue(run.err().contains("libegl1"), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void autoFallsBackLoudly() throws Exception {
    CommandRun run = run(Map.of(), "render", scene, "--frames", "0-1", "--out", out).expect(0);
    assertTrue(run.err().contains("WARNING: falling back to the renderer 'reference'"), run.err());
    assertTrue(run.lastLine().contains("\"name\":\"reference\""), run.lastLine());
    assertTrue(Files.exists(out.resolve("_SUCCESS")));
  }

  @Test
  void autoRefusesUnderASchedulerAndWhereAGpuIsRequired() throws Exception {
    CommandRun slurm = run(Map.of("SLURM_JOB_ID", "17"), "render", scene, "--out", out).expect(69);
    assertTrue(slurm.err().contains("Slurm"), slurm.err());
    CommandRun gpu = run(Map.of(), "render", scene, "--require-gpu", "--out", out).expect(69);
    assertTrue(gpu.err().contains("libegl1"), gpu.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void doctorSaysWhatIsMissingAndWhatIsThere() throws Exception {
    CommandRun run = run(Map.of(), "doctor").expect(0);
    assertTrue(run.out().contains("libegl1"), run.out());
    assertTrue(run.out().contains("as there is no usable OpenGL"), run.out());
  }
}
