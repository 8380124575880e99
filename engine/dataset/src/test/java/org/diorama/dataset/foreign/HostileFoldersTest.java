package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be converted is refused with its place, and leaves nothing behind. */
class HostileFoldersTest {
  @TempDir private Path temporary;
  private ForeignFolder folder;
  private Path out;

  @BeforeEach
  void make() throws IOException {
    folder = ForeignFolder.typical(temporary.resolve("set"));
    out = temporary.resolve("out");
    Files.writeString(temporary.resolve("secret.png"), "secret");
  }

  private void assertRefused(ExitStatus status, String format, String... said) throws IOException {
    DioramaException refused =
        assertThrows(
            DioramaException.class, () -> Conversion.run(folder.root, format, out, Placing.LINK));
    assertEquals(status, refused.status(), refused.getMessage());
    for (String piece : said) {
      assertTrue(refused.getMessage().contains(piece), refused.getMessage());
    }
    assertFalse(Files.exists(out), "nothing half-written");
    assertEquals(
        List.of("secret.png", "set"),
        DatasetFolder.names(temporary).stream().filter(name -> !name.equals("elsewhere")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.png", "sub/../../secret.png", "/etc/hostname", "link.png", ""})
  void namesThatLeadOutside(String name) throws IOException {
    Files.createSymbolicLink(
        folder.root.resolve("images/link.png"), temporary.resolve("secret.png"));
    folder.imageEntry(77, name);
    folder.write("");
    for (String format : List.of("coco", "yolo")) {
      assertRefused(ExitStatus.BAD_INPUT, format, "leads out of the dataset's folder");
    }
  }

  @Test
  void aLinkedFolderThatLeadsOutside() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("x.png"), "secret");
    Files.createSymbolicLink(folder.root.resolve("images/away"), elsewhere);
    folder.imageEntry(77, "away/x.png");
    folder.write("");
    assertRefused(ExitStatus.BAD_INPUT, "coco", "leads out");
  }

  @Test
  void aMissingImage() throws IOException {
    folder.imageEntry(77, "gone.png");
    folder.write("");
    assertRefused(ExitStatus.BAD_INPUT, "coco", "there is no file 'gone.png'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":100,\"image_id\":5|\"id\":100,\"image_id\":55|image 55, not listed",
        "\"category_id\":3,|\"category_id\":4,|category 4, not listed",
        "\"id\":9,\"width\"|\"id\":5,\"width\"|two images with the id 5",
        "\"id\":9,\"width\":13|\"id\":9,\"width\":0|0 x 11 pixels",
        "\"id\":9,\"width\"|\"id\":9.5,\"width\"|'id' is no whole number",
        "\"counts\":\"|\"counts\":\"~|annotation 100",
        "\"size\":[11,13]|\"size\":[13,11]|its mask has the size [13,11]",
        "\"area\":1,|\"area\":NaN,|instances.json:1:",
        "{\"images\":[|[{\"images\":[|is no JSON object",
        "\"annotations\":|\"annotation\":|has no list 'annotations'",
        "\"file_name\":\"a.png\"|\"file_name\":7|'file_name' is no text"
      })
  void filesThatAreNoCoco(String piece, String replacement, String said) throws IOException {
    folder.write("");
    Path file = folder.root.resolve("annotations/instances.json");
    String text = Files.readString(file);
    assertTrue(text.contains(piece), text);
    Files.writeString(file, text.replace(piece, replacement));
    assertRefused(ExitStatus.BAD_INPUT, "coco-rle", said, "set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0.5 0.5 0.1|a.txt:2: 3 numbers",
        "0 0.5 0.5 0.1 nan|a.txt:2: is no line of numbers",
        "0 0.5 0.5 0.1 Infinity|a.txt:2: has a number that is not finite",
        "9 0.5 0.5 0.1 0.1|a.txt:2: class 9.0 has no name",
        "0 0.1 0.1 0.2 0.2 0.3 0.3 0.4|a.txt:2: 7 numbers"
      })
  void labelsThatAreNone(String line, String said) throws IOException {
    folder.write("");
    Conversion.run(folder.root, "yolo", out, Placing.COPY);
    Path yolo = temporary.resolve("yolo");
    Files.move(out.resolve("yolo/segment"), yolo);
    Files.writeString(yolo.resolve("labels/all/a.txt"), "\n" + line + "\n");
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () -> Conversion.run(yolo, "coco", temporary.resolve("back"), Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
    assertFalse(Files.exists(temporary.resolve("back")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names: [a]|has no 'train'",
        "train: images/all|has no 'names'",
        "{train: ../x, names: [a]}|leads out",
        "{train: nowhere, names: [a]}|is not there",
        "{train: images/all, names: {x: a}}|a class that is no number",
        "{train: images/all, names: [a], kpt_shape: [17]}|'kpt_shape'",
        "[1, 2]|holds no keys",
        "'{'|is not YAML"
      })
  void dataFilesThatAreNone(String text, String said) throws IOException {
    Path yolo = Files.createDirectories(temporary.resolve("yolo/images/all")).getParent();
    Files.copy(folder.root.resolve("images/a.png"), yolo.resolve("all/a.png"));
    Files.writeString(yolo.resolveSibling("data.yaml"), text.replace("'{'", "{") + "\n");
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () -> Conversion.run(yolo.getParent(), "coco", out, Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
  }

  @Test
  void placesThatAreTaken() throws IOException {
    folder.write("");
    Files.createDirectory(out);
    Files.writeString(out.resolve("thesis.txt"), "years of work");
    DioramaException refused =
        assertThrows(
            DioramaException.class, () -> Conversion.run(folder.root, "coco", out, Placing.LINK));
    assertEquals(ExitStatus.CANNOT_CREATE, refused.status());
    assertEquals(List.of("thesis.txt"), DatasetFolder.names(out));
    for (Path inside : List.of(folder.root.resolve("new"), temporary)) {
      DioramaException nested =
          assertThrows(
              DioramaException.class,
              () -> Conversion.run(folder.root, "coco", inside, Placing.LINK));
      assertTrue(nested.getMessage().contains("lie in one another"), nested.getMessage());
    }
  }

  @Test
  void whatADeadRunLeftIsRemovedButNotWhatALiveOneMakes() throws IOException {
    folder.write("");
    Path left = Files.createDirectories(temporary.resolve(".out.part/images"));
    Files.writeString(left.resolve("half.png"), "");
    try (NewDataset live = NewDataset.begin(out, Placing.LINK)) {
      assertFalse(Files.exists(left));
      live.append("mine", "kept");
      DioramaException refused =
          assertThrows(
              DioramaException.class, () -> Conversion.run(folder.root, "coco", out, Placing.LINK));
      assertTrue(refused.getMessage().contains("another run"), refused.getMessage());
      assertTrue(Files.exists(temporary.resolve(".out.part/mine")));
    }
    Conversion.run(folder.root, "coco", out, Placing.LINK);
    try (Stream<Path> entries = Files.list(temporary)) {
      assertEquals(3, entries.count(), "set, out and the secret");
    }
  }
}
