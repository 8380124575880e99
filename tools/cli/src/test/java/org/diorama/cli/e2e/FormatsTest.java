package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.dataset.format.Formats;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats on the command line: at once, later, and of datasets of other makers. */
class FormatsTest {
  @TempDir private Path folder;

  private CommandRun render(Path out, String... more) throws IOException {
    Object[] arguments = new Object[8 + more.length];
    Object[] usual = {
      "render",
      TestScene.write(folder),
      "--frames=0-2",
      "--out",
      out,
      "--renderer",
      "reference",
      "--progress=none"
    };
    System.arraycopy(usual, 0, arguments, 0, usual.length);
    System.arraycopy(more, 0, arguments, usual.length, more.length);
    return CommandRun.of(arguments).expect(0);
  }

  /** Every dataset passes its own proof, whatever was added to it. */
  @Test
  void aFormatIsAddedWithoutRendering() throws IOException {
    Path out = folder.resolve("set");
    CommandRun first = render(out, "--format=coco,yolo");
    assertEquals(3, StrictJson.instance().readTree(first.lastLine()).get("done").asInt());
    assertTrue(first.err().contains("load with  from pycocotools"), first.err());
    Files.writeString(out.resolve("yolo/detect/labels/all.cache"), "as Ultralytics leaves it");
    String proven = CommandRun.of("verify", out).expect(0).err();
    assertTrue(
        proven.contains("left by a trainer in yolo/detect/labels, no part of the dataset: 1"),
        proven);
    CommandRun second = render(out, "--format", "coco-rle");
    assertEquals(0, StrictJson.instance().readTree(second.lastLine()).get("done").asInt());
    assertTrue(Files.exists(out.resolve("annotations/coco-rle/instances.json")));
    assertTrue(Files.exists(out.resolve("yolo/segment/labels/all/00000002.txt")));
    CommandRun.of("convert", out, "--to", "coco-polygon", "--copy").expect(2);
    CommandRun.of("convert", out, "--to", "coco-polygon").expect(0);
    assertTrue(Files.exists(out.resolve("annotations/coco-polygon/instances.json")));
    CommandRun.of("verify", out).expect(0);
  }

  @Test
  void yoloAloneSaysHowItIsLoaded() throws IOException {
    Path out = folder.resolve("set");
    CommandRun run = render(out, "--format=yolo");
    assertTrue(run.err().contains("YOLO('yolo11n-seg.pt').train(data='" + out), run.err());
    assertFalse(Files.exists(out.resolve("annotations/instances.json")));
  }

  @Test
  void anotherMakersDatasetIsWrittenAnew() throws IOException {
    Path out = folder.resolve("set");
    render(out, "--format=yolo");
    Path foreign = out.resolve("yolo/segment");
    CommandRun.of("convert", foreign, "--to", "coco").expect(2);
    CommandRun.of("convert", foreign, "--to", "voc", "--out", folder.resolve("x")).expect(2);
    CommandRun.of("convert", folder, "--to", "coco", "--out", folder.resolve("x")).expect(65);
    Path coco = folder.resolve("coco");
    CommandRun run = CommandRun.of("convert", foreign, "--to", "coco", "--out", coco).expect(0);
    assertTrue(run.err().contains("coco: 3 images, "), run.err());
    assertTrue(run.err().contains("lost       YOLO's labels know no crowds"), run.err());
    assertEquals(3, StrictJson.instance().readTree(run.lastLine()).get("images").asInt());
    CommandRun.of("convert", foreign, "--to", "coco", "--out", coco).expect(73);
  }

  /** A merged dataset passes the checks of COCO datasets, and merges again. */
  @Test
  void datasetsAreMerged() throws IOException {
    Path first = folder.resolve("first");
    render(first);
    Path second = folder.resolve("second");
    render(second, "--set", "categories.block.id=9", "--set", "name=other");
    Path merged = folder.resolve("merged");
    CommandRun run =
        CommandRun.of("merge", first, second, "--out", merged, "--format=yolo,coco-rle").expect(0);
    assertTrue(
        run.err()
            .matches("(?s).*merged: 6 images, annotations \\(instances \\d+, panoptic 6\\) of.*"),
        run.err());
    assertTrue(run.err().contains(" of 2 datasets as coco, coco-rle, yolo"), run.err());
    assertTrue(run.err().contains("lost       yolo: ids, supercategories"), run.err());
    assertTrue(Files.exists(merged.resolve("yolo/segment/labels/all/second/00000001.txt")));
    assertTrue(run.err().contains("differs    category 'block': 9 in second becomes 3"), run.err());
    String proven = CommandRun.of("verify", merged, "--replay=1").expect(0).err();
    assertTrue(proven.contains("merged annotations against their sources: "), proven);
    assertTrue(proven.contains("sources/second: files and their SHA-256: "), proven);
    CommandRun.of(
            "render",
            "--replay",
            merged.resolve("sources/second/records/00000001.json"),
            "--out",
            folder.resolve("again"),
            "--renderer=reference",
            "--progress=none")
        .expect(0);
    assertEquals(
        -1,
        Files.mismatch(
            merged.resolve("images/second/00000001.png"),
            folder.resolve("again/images/00000001.png")));
    CommandRun.of("verify", first, "--replay=none").expect(0);
    CommandRun.of("merge", merged, first, "--out", folder.resolve("more"), "--copy").expect(0);
    CommandRun.of("verify", folder.resolve("more"), "--replay=none").expect(0);
    CommandRun.of("merge", first, "--out", folder.resolve("x"), "--copy", "--move").expect(2);
    CommandRun.of("merge", first, second, "--out", merged).expect(73);
    CommandRun.of("merge", first, "--out", folder.resolve("x"), "--format=voc").expect(2);
  }

  @Test
  void helpNamesEveryFormat() {
    for (String command : new String[] {"render", "convert", "merge"}) {
      String help = CommandRun.of(command, "--help").expect(0).out();
      Formats.names().forEach(name -> assertTrue(help.contains(name), command + ": " + name));
    }
  }
}
