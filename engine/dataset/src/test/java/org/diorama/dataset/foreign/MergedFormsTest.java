package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.verify.MergedVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.files.TrainerFiles;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A merged dataset has the forms of its sources' labels, and those that are asked for. */
class MergedFormsTest {
  private static final List<String> ALL = List.of("coco-polygon", "coco-rle", "yolo");

  @TempDir private Path temporary;
  private Path first;
  private Path second;
  private Path out;

  /** One in two parts with points, one whole; categories and names clash. */
  @BeforeEach
  void make() throws IOException {
    ForeignFolder split = new ForeignFolder(temporary.resolve("first"));
    var cat = split.category(3, "cat", "animal");
    cat.putArray("keypoints").add("left_ear").add("right_ear");
    cat.putArray("skeleton").addArray().add(1).add(2);
    int id = 1;
    for (String part : List.of("train", "val")) {
      split.image(id, part + ".png");
      var entry = split.mask(id, id, 3, ForeignFolder.masks().get(id), 0);
      entry.putArray("keypoints").add(1).add(2).add(2).add(0).add(0).add(0);
      entry.put("num_keypoints", 1);
      split.writeAs("keypoints_" + part);
      split.image(id, part + ".png");
      split.mask(id, id, 3, ForeignFolder.masks().get(id), 0);
      split.write("_" + part);
      id++;
    }
    first = split.root;
    second = ForeignFolder.typical(temporary.resolve("second")).write("").root;
    out = temporary.resolve("out");
  }

  private MergeReport merge(List<String> formats, Placing placing) {
    return Merging.run(List.of(first, second), formats, out, placing);
  }

  /** What {@code convert} makes of the merged dataset is what merging makes by itself. */
  @ParameterizedTest
  @EnumSource(Placing.class)
  void formsAreThoseOfConvert(Placing placing) throws IOException {
    MergeReport report = merge(ALL, placing);
    assertEquals(List.of("coco", "coco-polygon", "coco-rle", "yolo"), report.formats());
    for (String format : ALL) {
      Path converted = temporary.resolve("as-" + format);
      Conversion.Report said = Conversion.run(out, format, converted, Placing.LINK);
      String folder = format.equals("yolo") ? "yolo" : "annotations/" + format;
      List<String> files = names(converted.resolve(folder));
      assertEquals(files, names(out.resolve(folder)));
      for (String file : files) {
        assertEquals(
            -1,
            Files.mismatch(
                converted.resolve(folder).resolve(file), out.resolve(folder).resolve(file)),
            file);
      }
      assertTrue(
          said.lost().stream()
              .filter(line -> !line.contains("stay in"))
              .allMatch(line -> report.lost().contains(format + ": " + line)),
          said.lost() + " beside " + report.lost());
    }
    assertEquals(placing != Placing.MOVE, Files.exists(first.resolve("images/train.png")));
    Verification verified = MergedVerification.run(out);
    assertTrue(verified.isClean(), verified.findings().toString());
  }

  private static List<String> names(Path folder) throws IOException {
    return DatasetFolder.filesBelow(folder).stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  /** Parts have files of their own; what is in none stands beside them. */
  @Test
  void partsStayPartsInEveryForm() throws IOException {
    MergeReport report = merge(ALL, Placing.LINK);
    for (String form : List.of("coco-polygon", "coco-rle")) {
      for (String file : List.of("instances", "instances_train", "keypoints_val")) {
        JsonNode own = json("annotations/" + form + "/" + file);
        JsonNode base = json("annotations/" + file);
        assertEquals(base.get("images"), own.get("images"));
        assertEquals(base.get("annotations").size(), own.get("annotations").size());
      }
    }
    String data = Files.readString(out.resolve("yolo/detect/data.yaml"));
    assertTrue(data.contains("train: images/train\nval: images/val\nall: images/all\n"), data);
    assertTrue(Files.exists(out.resolve("yolo/detect/images/all/second/sub/b.png")));
    assertEquals(
        "", Files.readString(out.resolve("yolo/detect/labels/all/second/empty.txt")), "stays");
    assertTrue(Files.exists(out.resolve("yolo/pose/labels/val/first/val/val.txt")));
    assertTrue(
        report.lost().stream()
            .anyMatch(line -> line.contains("what is in no part is in images/all")),
        report.lost().toString());
    Path back = temporary.resolve("back");
    Conversion.run(out.resolve("yolo/segment"), "coco", back, Placing.LINK);
    assertEquals(
        List.of("instances.json", "instances_train.json", "instances_val.json"),
        DatasetFolder.names(back.resolve("annotations")));
  }

  /** Classes, folders and points of {@code data.yaml} are those of COCO's files. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detect|0: \"cat\"|0: \"dog\"|and not [  0: \"cat\"]",
        "detect|train: images/train|train: images/all|and not [train: images/train]",
        "segment|all: images/all|test: images/all|and not [all: images/all]",
        "pose|kpt_shape: [2, 3]|kpt_shape: [3, 3]|and not [kpt_shape: [2, 3]]",
        "pose|flip_idx: [1, 0]|flip_idx: [1, 1]|does not lead each point to one that leads back",
        "pose|flip_idx: [1, 0]|flip_idx: [1]|does not lead each point to one that leads back",
        "pose|flip_idx: [1, 0]|flip_idx: [2, x]|does not lead each point to one that leads back",
        "pose|\"left_ear\",\"right_ear\"|\"right_ear\",\"left_ear\"|and not [  0: [\"left_ear\"",
        "segment|||it is not there"
      })
  void dataFilesThatDifferAreFound(String task, String piece, String replacement, String said)
      throws IOException {
    merge(List.of("yolo"), Placing.LINK);
    Path data = out.resolve("yolo/" + task + "/data.yaml");
    if (piece == null) {
      Files.delete(data);
    } else {
      String text = Files.readString(data);
      assertTrue(text.contains(piece), text);
      Files.writeString(data, text.replace(piece, replacement));
    }
    Verification verified = MergedVerification.run(out);
    assertEquals(1, verified.findings().size(), verified.findings().toString());
    Finding finding = verified.findings().get(0);
    assertEquals(Fault.MERGE_DIFFERS, finding.fault());
    assertEquals("yolo/" + task + "/data.yaml", finding.file());
    assertTrue(finding.detail().contains(said), finding.detail());
  }

  private JsonNode json(String name) throws IOException {
    return ForeignFolder.json(out.resolve(name + ".json"));
  }

  @Test
  void whatASourceHasTheMergedOneHas() throws IOException {
    Path polygons = temporary.resolve("polygons");
    Conversion.run(first, "coco-polygon", polygons, Placing.LINK);
    first = polygons;
    MergeReport report = merge(List.of(), Placing.LINK);
    assertEquals(List.of("coco", "coco-polygon"), report.formats());
    assertTrue(json("annotations/coco-polygon/instances_train").has("annotations"));
    assertFalse(Files.exists(out.resolve("annotations/coco-rle")));
    assertEquals(
        List.of("coco"),
        Merging.run(List.of(first), List.of("coco"), temporary.resolve("x"), Placing.LINK)
            .formats());
  }

  /** A fault is found where it is: in the source, not in the half-made file. */
  @Test
  void aMaskThatIsNoneIsToldByItsPlace() throws IOException {
    Path file = second.resolve("annotations/instances.json");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"size\":\\[11,13]", "\"size\":[1,1]"));
    merge(List.of("coco"), Placing.LINK);
    out = temporary.resolve("forms");
    DioramaException refused =
        assertThrows(DioramaException.class, () -> merge(List.of("yolo"), Placing.MOVE));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(refused.getMessage().startsWith(file + ":1:"), refused.getMessage());
    assertTrue(refused.getMessage().contains("its mask has the size [1,1]"), refused.getMessage());
    assertFalse(Files.exists(out));
    assertTrue(Files.exists(second.resolve("images/a.png")));
  }

  /** YOLO's datasets become COCO's first; the message says how. */
  @ParameterizedTest
  @ValueSource(strings = {"", "yolo/segment"})
  void yoloIsNoSource(String below) throws IOException {
    Path yolo = temporary.resolve("as-yolo");
    Conversion.run(first, "yolo", yolo, Placing.LINK);
    first = yolo.resolve(below);
    DioramaException refused =
        assertThrows(DioramaException.class, () -> merge(List.of(), Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(
        refused.getMessage().contains("tools/diorama convert " + yolo), refused.getMessage());
  }

  /** Verify finds a form that tells something else than COCO's own files. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "annotations/coco-rle/instances.json|\"area\":|\"area\":1|another than in COCO's own",
        "annotations/coco-rle/instances.json|\"counts\":[45,1,97]|\"counts\":[44,1,98]|another than in COCO's own",
        "annotations/coco-rle/instances.json|\"counts\":[|\"counts\":[1,|runs of 144 pixels",
        "annotations/coco-polygon/instances_val.json|\"width\":13|\"width\":14|image 5 is another",
        "annotations/coco-polygon/keypoints_train.json|\"num_keypoints\":1|\"num_keypoints\":2|another",
        "yolo/detect/labels/train/first/train/train.txt|0 0.|1 0.|line 1 tells another object",
        "yolo/detect/labels/all/second/a.txt|0 0.|x 0.|tells another object",
        "yolo/detect/labels/all/second/a.txt| 0.| 0.1|tells another object",
        "yolo/segment/labels/train/first/train/train.txt|0.181818|0.281818|line 1 tells another object",
        "yolo/pose/labels/val/first/val/val.txt| 2 | 1 |line 1 tells another object",
        "yolo/detect/labels/all/second/empty.txt||0 0.5 0.5 0.1 0.1|1 lines of 0 objects",
        "yolo/detect/images/all/second/a.png|P|Q|it is not the one in images/"
      })
  void whatAFormTellsWrongIsFound(String file, String is, String instead, String said)
      throws IOException {
    merge(ALL, Placing.LINK);
    Path path = out.resolve(file);
    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
    String was = is == null ? "" : is;
    assertTrue(text.contains(was), text);
    Files.delete(path);
    Files.writeString(
        path,
        text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(instead)),
        StandardCharsets.ISO_8859_1);
    assertFound(file, said);
  }

  private void assertFound(String file, String said) {
    Verification verified = MergedVerification.run(out);
    assertTrue(
        verified.findings().stream()
            .anyMatch(finding -> finding.file().equals(file) && finding.detail().contains(said)),
        verified.findings().toString());
  }

  @Test
  void aFileOfAFormThatIsGoneIsMissed() throws IOException {
    merge(ALL, Placing.LINK);
    for (String file :
        List.of(
            "annotations/coco-rle/instances_train.json",
            "yolo/detect/labels/all/second/a.txt",
            "yolo/segment/images/all/second/a.png")) {
      Files.delete(out.resolve(file));
    }
    assertFound("annotations/coco-rle/instances_train.json", "is not there");
    assertFound("yolo/detect/labels/all/second/a.txt", "it is not there");
    assertFound("yolo/segment/images/all/second/a.png", "it is not the one in images/");
  }

  /** Files that a trainer would take in though no image of the dataset has them; not its caches. */
  @Test
  void strayFilesOfYoloAreFound() throws IOException {
    merge(List.of("yolo"), Placing.LINK);
    List<String> strays =
        List.of(
            "yolo/detect/images/all/second/more.png",
            "yolo/detect/labels/train/first/more.txt",
            "yolo/pose/labels/test/other.txt",
            "yolo/segment/train.txt",
            "yolo/obb/data.yaml");
    List<String> left =
        List.of("yolo/detect/labels/train.cache", "yolo/segment/images/train/first/a.npy");
    for (String path : Stream.concat(strays.stream(), left.stream()).toList()) {
      Files.createDirectories(out.resolve(path).getParent());
      Files.writeString(out.resolve(path), "0 0.5 0.5 0.1 0.1");
    }
    Verification verified = MergedVerification.run(out);
    assertEquals(
        List.of(
            "yolo/detect/images/all/second/more.png",
            "yolo/detect/labels/train/first/more.txt",
            "yolo/obb",
            "yolo/pose/labels/test",
            "yolo/segment/train.txt"),
        verified.findings().stream().map(Finding::file).sorted().toList());
    assertEquals(Set.of(Fault.FILE_UNLISTED), verified.counts().keySet());
    for (String path : left) {
      assertEquals(1, verified.examined().get(TrainerFiles.check(path)).things(), path);
    }
  }
}
