package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Shell;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is really full. */
class FullDiskTest {
  @TempDir private Path folder;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mountSmallDisk() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    try {
      Shell.run("mount", "-t", "tmpfs", "-o", "size=400k", "diorama-test", disk.toString());
      mounted = true;
    } catch (IOException e) {
      Assumptions.abort("NOT TESTED: a full disk needs the right to mount: " + e.getMessage());
    }
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      Shell.run("umount", disk.toString());
    }
  }

  private CommandRun render(Path scene, Path out) {
    return CommandRun.of(
        "render",
        scene,
        "--renderer",
        "reference",
        "--out",
        out,
        "--frames",
        "0-39",
        "--progress",
        "none");
  }

  @Test
  void aFullDiskStopsTheRunAndALargerOneLetsItGoOn() throws IOException, InterruptedException {
    Path scene = TestScene.write(folder);
    Path out = disk.resolve("set");
    CommandRun full = render(scene, out).expect(74);
    String last = full.err().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("diorama: disk full while writing " + out), full.err());
    assertEquals("", full.out());

    Set<String> frames = Trees.digests(out.resolve("records")).keySet();
    assertTrue(!frames.isEmpty() && frames.size() < 40, frames.size() + " frames");
    for (String images : new String[] {"images", "depth", "instance", "semantic"}) {
      Set<String> present =
          Trees.digests(out.resolve(images)).keySet().stream()
              .map(name -> name.replace(".png", ".json"))
              .collect(Collectors.toSet());
      assertTrue(present.containsAll(frames), images + " of committed frames are there");
    }
    assertTrue(
        Trees.digests(out).keySet().stream().noneMatch(name -> name.startsWith(".staging")),
        "half-written files are left");

    Shell.run("mount", "-o", "remount,size=64m", disk.toString());
    render(scene, out).expect(0);
    Path whole = folder.resolve("whole");
    render(scene, whole).expect(0);
    assertEquals(Trees.digests(whole), Trees.digests(out));
  }

  @Test
  void aFileThatDoesNotFitIsNotThere() throws IOException {
    Path scene =
        TestScene.write(
            folder,
            TestScene.YAML.replace("{primitive: sphere}", "{primitive: sphere, segments: 256}"));
    Path glb = Files.writeString(disk.resolve("frame.glb"), "old");
    CommandRun full =
        CommandRun.of("export", scene, "--frame", 0, "--out", glb, "--force").expect(74);
    assertTrue(full.err().startsWith("diorama: disk full while writing " + glb), full.err());
    assertEquals("old", Files.readString(glb));
    assertEquals(Set.of("frame.glb"), Trees.digests(disk).keySet());
  }

  /** What makes datasets and pictures of datasets says so, too, and leaves nothing behind. */
  @Test
  void nothingIsLeftOfWhatDidNotFit() throws IOException, InterruptedException {
    Path set = folder.resolve("set");
    CommandRun.of(
            "render",
            TestScene.write(folder),
            "--renderer",
            "reference",
            "--out",
            set,
            "--frames",
            "0-1")
        .expect(0);
    Files.write(disk.resolve("filler"), new byte[396 * 1024]);
    List<List<Object>> commands =
        List.of(
            List.of("convert", set, "--to", "yolo", "--copy", "--out", disk.resolve("new")),
            List.of("merge", set, "--copy", "--out", disk.resolve("new")),
            List.of("view", set, "--sheet", "--out", disk.resolve("sheet.png")),
            List.of("view", set, "--html", "--out", disk.resolve("page.html")));
    for (List<Object> command : commands) {
      CommandRun run = CommandRun.of(command.toArray()).expect(74);
      assertTrue(run.err().contains("diorama: disk full while writing "), run.err());
      assertEquals(Set.of("filler"), Trees.digests(disk).keySet());
    }
    Shell.run("mount", "-o", "remount,ro", disk.toString());
    for (List<Object> command : commands) {
      CommandRun run = CommandRun.of(command.toArray()).expect(73);
      assertTrue(run.err().contains("the file system is read-only; choose another"), run.err());
    }
  }
}
