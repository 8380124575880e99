package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.diorama.dataset.StoredDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code view} of a dataset and of a scene show the same thing. */
class ViewTest {
  @TempDir private Path folder;
  private Path scene;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder);
  }

  private BufferedImage view(Path target, String name, Object... what) throws IOException {
    Path picture = folder.resolve(name);
    Object[] all = new Object[what.length + 6];
    Object[] fixed = {"view", target, "--renderer", "reference", "--out", picture};
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(what, 0, all, fixed.length, what.length);
    CommandRun run = CommandRun.of(all).expect(0);
    assertTrue(run.lastLine().contains(name), run.out());
    return ImageIO.read(picture.toFile());
  }

  private static int differingPixels(BufferedImage a, BufferedImage b) {
    assertEquals(a.getWidth(), b.getWidth());
    assertEquals(a.getHeight(), b.getHeight());
    int differing = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        differing += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
      }
    }
    return differing;
  }

  private void render(Path out, String frames, Object... more) {
    Object[] command = {
      "render", scene, "--renderer", "reference", "--out", out, "--frames", frames
    };
    CommandRun.of(with(command, more)).expect(0);
  }

  @Test
  void theFilesOfADatasetShowWhatTheSceneShows() throws IOException {
    Path out = folder.resolve("set");
    render(out, "0-11");
    var before = Trees.digests(out);
    BufferedImage stored = view(out, "stored.png", "--sheet");
    BufferedImage drafted = view(scene, "drafted.png", "--sheet");
    assertEquals(0, differingPixels(stored, drafted));

    BufferedImage frame = view(out, "frame.png", "--frame", 3);
    BufferedImage draft = view(scene, "draft.png", "--frame", 3);
    // Depth comes in whole millimeters from the files: shades may differ, shapes may not.
    int left = draft.getWidth() / 2;
    assertEquals(
        0,
        differingPixels(
            frame.getSubimage(0, 0, left, frame.getHeight()),
            draft.getSubimage(0, 0, left, draft.getHeight())));
    assertEquals(before, Trees.digests(out), "viewing changes nothing");
  }

  @Test
  void aFrameThatIsNotThere() throws IOException {
    Path out = folder.resolve("set");
    render(out, "0");
    CommandRun run = CommandRun.of("view", out, "--frame", 5).expect(65);
    assertTrue(run.err().contains("00000005.json"), run.err());
    CommandRun.of("view", out).expect(2);
    CommandRun.of("view", out, "--frame", 0, "--sheet").expect(2);
    CommandRun.of("view", out, "--frame", -1).expect(2);
  }

  @Test
  void aPictureThatCannotBeWrittenLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a file");
    CommandRun run =
        CommandRun.of(
                "view",
                scene,
                "--frame",
                0,
                "--renderer",
                "reference",
                "--out",
                file.resolve("view.png"))
            .expect(73);
    assertTrue(run.err().contains("file"), run.err());
    assertFalse(Files.exists(folder.resolve("view.png")));
  }

  /** Two datasets on one page, as far as filters let them. */
  @Test
  void twoDatasetsStandSideBySide() throws IOException {
    for (String name : List.of("one", "two")) {
      render(
          folder.resolve(name),
          "0-3",
          "--set",
          "labels.annotators=[bbox_3d, normals, albedo, distance, flow]",
          "--set",
          "camera.exposure=" + (name.equals("one") ? 14 : 16));
    }
    Path page = folder.resolve("page.html");
    Path sheet = folder.resolve("sheet.png");
    Object[] pair = {
      "view", folder.resolve("one"), "--beside", folder.resolve("two"), "--html", "--out", page
    };
    CommandRun.of(with(pair, "--frames", "1,3")).expect(0);
    String all = Files.readString(page);
    assertEquals(2, count(all, "<section class=\"frame\""));
    assertEquals(2, count(all, "<figure data-source=\"one\""));
    assertEquals(2, count(all, "<figure data-source=\"two\""));
    assertTrue(count(all, "data-category=\"ball\"") > 0, "balls are seen");
    assertTrue(count(all, "data-layer=\"bbox_3d\"") > 0, "their boxes, too");
    for (String picture :
        List.of("image", "depth", "semantic", "normals", "albedo", "distance", "flow")) {
      assertEquals(4, count(all, "data-picture=\"" + picture + "\""), picture);
    }
    assertEquals(4, count(all, "data-legend=\"flow\""), "the wheel");

    CommandRun.of(with(pair, "--frames", "1,3", "--category", "block", "--visible", "0.2-1"))
        .expect(0);
    String blocks = Files.readString(page);
    assertEquals(0, count(blocks, "data-category=\"ball\""));
    assertTrue(count(blocks, "data-category=\"block\"") > 0);

    String unknown = CommandRun.of(with(pair, "--category", "blokk")).expect(2).err();
    assertTrue(unknown.contains("Did you mean block?"), unknown);
    CommandRun.of(with(pair, "--visible", "0.7-0.2")).expect(2);
    CommandRun.of(with(pair, "--visible", "all")).expect(2);
    CommandRun.of("view", folder.resolve("one"), "--frame", 1, "--overlays", "bbox_3").expect(2);
    CommandRun some =
        CommandRun.of(
                "view",
                folder.resolve("one"),
                "--sheet",
                "--overlays",
                "bbox_3d,pose",
                "--out",
                sheet)
            .expect(0);
    assertTrue(some.err().contains("no image that is shown has pose"), some.err());
    assertEquals(1, count(some.err(), "--overlays: no image"), some.err());
    CommandRun none = CommandRun.of(with(pair, "--factor", "weather=rain")).expect(2);
    assertTrue(none.err().contains("unknown factor weather. one has none."), none.err());
    assertEquals(blocks, Files.readString(page), "what failed has changed nothing");
  }

  /** Twelve images are chosen among those that the factors leave, of every form of dataset. */
  @Test
  void filtersComeBeforeTheChoice() throws IOException {
    String factors =
        "factors: {time: {dusk: {}, noon: {weight: 2}}, mist: {uniform: [0, 1]}}\nbalance: [time]\n";
    scene = TestScene.write(folder, TestScene.YAML + factors);
    Path set = folder.resolve("set");
    render(set, "0-23");
    Path foreign = folder.resolve("foreign");
    CommandRun.of("convert", set, "--to", "coco-rle", "--out", foreign).expect(0);
    Path page = folder.resolve("page.html");
    for (Path target : List.of(set, foreign, scene)) {
      Object[] command = {
        "view", target, "--html", "--renderer", "reference", "--out", page, "--factor"
      };
      String name = target.toString();
      CommandRun dusk = CommandRun.of(with(command, "time=dusk")).expect(0);
      assertTrue(
          dusk.lastLine().contains("\"images\":" + (target == scene ? 12 : 8)), name + dusk.out());
      String written = Files.readString(page);
      assertEquals(0, count(written, "time noon"), name);
      assertEquals(target == scene ? 0 : 1, count(written, "data-available=\"24\""), name);
      CommandRun noon = CommandRun.of(with(command, "time=noon")).expect(0);
      assertTrue(noon.lastLine().contains("\"images\":12"), name + noon.out());

      String level = CommandRun.of(with(command, "time=never")).expect(2).err();
      assertTrue(level.contains("unknown level never of time. Write one of dusk, noon."), level);
      String factor = CommandRun.of(with(command, "tme=dusk")).expect(2).err();
      assertTrue(factor.contains("unknown factor tme. Did you mean time?"), factor);
    }
    long noon = 0;
    while (StoredDataset.open(set).record(noon).frame().context().factors().stream()
        .noneMatch(each -> each.level().equals("noon"))) {
      noon++;
    }
    CommandRun none =
        CommandRun.of("view", set, "--frame", noon, "--factor", "time=dusk", "--out", page)
            .expect(65);
    assertTrue(none.err().contains("no frame is left to show"), none.err());
  }

  /** What one side lacks, whichever it is, has a blank and a note in its place. */
  @Test
  void whatOneSideLacksIsBlank() throws IOException {
    Path longer = folder.resolve("long");
    Path shorter = folder.resolve("short");
    render(longer, "0-2");
    render(shorter, "0-1");
    Path page = folder.resolve("page.html");
    String note = "short has no image that is called 00000002.png";
    CommandRun run =
        CommandRun.of("view", longer, "--beside", shorter, "--html", "--out", page).expect(0);
    assertTrue(run.lastLine().contains("\"images\":5"), run.out());
    assertEquals(1, count(run.err(), note), run.err());
    String sections = Files.readString(page);
    assertEquals(3, count(sections, "<section class=\"frame\""));
    assertEquals(6, count(sections, "<figure "), "a place for each");
    assertEquals(5, count(sections, "data-picture=\"image\""), "one of them empty");
    String[] figures = sections.split("</figure>");
    assertTrue(figures[5].contains("<figcaption>" + note + "</figcaption>"), figures[5]);
    assertTrue(figures[5].contains("--width:96;--height:64"), "as large as the other's");

    CommandRun.of("view", shorter, "--beside", longer, "--frames", "1,2", "--html", "--out", page)
        .expect(0);
    figures = Files.readString(page).split("</figure>");
    assertEquals(5, figures.length, "two pairs");
    assertTrue(figures[2].contains("<figcaption>" + note + "</figcaption>"), figures[2]);
    assertTrue(figures[3].contains("<figcaption>long \u00b7 frame 2</figcaption>"), figures[3]);

    BufferedImage own = view(longer, "own.png", "--frame", 2);
    BufferedImage pair = view(longer, "pair.png", "--frame", 2, "--beside", shorter);
    assertEquals(own.getWidth(), pair.getWidth());
    assertTrue(pair.getHeight() > 3 * own.getHeight() / 2, "the blank stands below");
    assertEquals(0, differingPixels(own, pair.getSubimage(0, 0, own.getWidth(), own.getHeight())));

    CommandRun neither =
        CommandRun.of("view", shorter, "--beside", longer, "--frame", 7, "--out", page).expect(65);
    assertTrue(neither.err().contains("00000007.json"), neither.err());
  }

  /** The labels of another maker beside the dataset that they are of, and both as one. */
  @Test
  void cocoFilesAndMergedDatasetsAreShown() throws IOException {
    Path ours = folder.resolve("ours");
    render(ours, "0-1");
    Path foreign = folder.resolve("foreign");
    CommandRun.of("convert", ours, "--to", "coco-polygon", "--out", foreign).expect(0);
    Path merged = folder.resolve("merged");
    CommandRun.of("merge", ours, foreign, "--out", merged).expect(0);

    Path page = folder.resolve("page.html");
    CommandRun beside =
        CommandRun.of("view", foreign, "--beside", ours, "--html", "--out", page).expect(0);
    assertTrue(beside.err().contains("foreign: there is no depth to show"), beside.err());
    String all = Files.readString(page);
    assertEquals(2, count(all, "<section class=\"frame\""));
    assertEquals(2, count(all, "<figure data-source=\"foreign\""));
    assertEquals(2, count(all, "<figure data-source=\"ours\""));
    assertEquals(2, count(all, "data-picture=\"depth\""), "ours alone");
    int first = all.indexOf("image 1 00000000.png");
    assertTrue(first > 0 && first < all.indexOf("ours \u00b7 frame 0"), "of one name together");
    String[] figures = all.split("</figure>");
    assertFalse(masks(figures[0]).isEmpty());
    assertEquals(masks(figures[0]), masks(figures[1]), "the same masks to the pixel");

    BufferedImage plain = view(ours, "plain.png", "--frame", 0);
    BufferedImage joined = view(merged, "joined.png", "--frame", 1);
    assertEquals(plain.getWidth(), joined.getWidth(), "depth and semantic image beside it");
    CommandRun both = CommandRun.of("view", merged, "--sheet", "--out", folder.resolve("s.png"));
    assertTrue(both.expect(0).lastLine().contains("\"images\":4"), both.out());
    CommandRun none = CommandRun.of("view", foreign, "--frame", 9, "--out", page).expect(65);
    assertTrue(none.err().contains("foreign lists no image 9"), none.err());
  }

  /** A crowd is called one of our own dataset, its drafts and its copy as COCO alike. */
  @Test
  void crowdsAreSaid() throws IOException {
    Path set = folder.resolve("set");
    scene =
        TestScene.write(
            folder, TestScene.YAML + "labels: {drop: {min_pixels: 100000, then: crowd}}\n");
    render(set, "0");
    Path foreign = folder.resolve("foreign");
    CommandRun.of("convert", set, "--to", "coco-rle", "--out", foreign).expect(0);
    Path page = folder.resolve("page.html");
    for (Path target : List.of(set, scene, foreign)) {
      CommandRun.of(
              "view",
              target,
              "--html",
              "--renderer",
              "reference",
              "--out",
              page,
              "--frames",
              target == foreign ? "1" : "0")
          .expect(0);
      String written = Files.readString(page);
      int labels = count(written, "<g class=\"label\"");
      assertTrue(labels > 1, target + ": things are seen");
      assertEquals(
          labels,
          Pattern.compile("<title>\\w+ \\d+, crowd").matcher(written).results().count(),
          "" + target);
    }
  }

  /** YOLO's labels of any folder: the way to what can be shown, verified and converted. */
  @Test
  void theWayFromYoloIsSaid() throws IOException {
    Path set = folder.resolve("set");
    render(set, "0-1");
    Path yolo = folder.resolve("as-yolo");
    CommandRun.of("convert", set, "--to", "yolo", "--out", yolo).expect(0);
    Path segments = yolo.resolve("yolo/segment");
    String advice = "tools/diorama convert " + segments + " --to coco --out NEW";
    for (Path target : List.of(yolo, segments)) {
      String verify = CommandRun.of("verify", target).expect(65).err();
      assertTrue(verify.contains(advice), verify);
      String view = CommandRun.of("view", target, "--sheet").expect(65).err();
      assertTrue(view.contains(advice), view);
    }
    Path out = folder.resolve("out");
    String whole = CommandRun.of("convert", yolo, "--to", "coco", "--out", out).expect(65).err();
    assertTrue(whole.contains("give their folder: " + segments), whole);
    CommandRun.of("convert", segments, "--to", "coco", "--out", out).expect(0);
    Path none = folder.resolve("none");
    String absent = CommandRun.of("convert", none, "--to", "yolo").expect(65).err();
    assertTrue(absent.contains(none + " is no folder"), absent);
  }

  private static List<String> masks(String figure) {
    return Pattern.compile("class=\"mask\" data-layer=\"mask\"><path d=\"([^\"]+)\"")
        .matcher(figure)
        .results()
        .map(mask -> mask.group(1))
        .toList();
  }

  private static Object[] with(Object[] command, Object... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
