package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.foreign.MergeReport;
import org.diorama.dataset.foreign.Merging;
import org.diorama.dataset.foreign.Placing;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.verify.MergedVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A merged dataset keeps its sources, and what merging did is proven against them. */
class MergedVerificationTest {
  /** Other ids than the first one's, so that semantic images are written anew. */
  private static final List<Category> OTHERS =
      List.of(
          new Category("ball", 1, "thing", List.of("ball")),
          new Category("box", 7, "thing", List.of("box")),
          new Category(
              "sky",
              9,
              "sky",
              List.of("sky"),
              Category.Form.STUFF,
              Category.Use.LABEL,
              Optional.empty()));

  @TempDir private static Path shared;
  @TempDir private Path temporary;
  private Path first;
  private Path second;
  private Path out;

  @BeforeAll
  static void renderOnce() {
    render(shared);
  }

  @BeforeEach
  void choose() {
    first = shared.resolve("first");
    second = shared.resolve("second");
    out = shared.resolve(temporary.getFileName().toString());
  }

  private static void render(Path folder) {
    LabelRules rules = new LabelRules(65, 12, 0.2, LabelRules.Then.VOID);
    Runs.all(
        folder.resolve("first"),
        new SyntheticFrames(17, 13, List.of(""), rules),
        "998-1001",
        Layout.BLOCKS);
    Runs.all(
        folder.resolve("second"),
        new SyntheticFrames(15, 9, List.of("left", "right"), rules).with(OTHERS),
        "0-1",
        Layout.FLAT);
  }

  @ParameterizedTest
  @EnumSource(Placing.class)
  void sourcesAreKeptWhole(Placing placing) throws IOException {
    if (placing == Placing.MOVE) {
      render(temporary);
      first = temporary.resolve("first");
      second = temporary.resolve("second");
    }
    SortedMap<String, String> before = FolderContent.of(second);
    before.remove(".lock");
    MergeReport report = Merging.run(List.of(first, second), List.of(), out, placing);
    assertEquals(before, FolderContent.of(out.resolve("sources/second")));
    assertEquals(List.of("sources/first", "sources/second"), MergedVerification.sources(out));
    assertTrue(
        Files.isSameFile(
            out.resolve("depth/second/00000000_left.png"),
            out.resolve("sources/second/depth/00000000_left.png")),
        "two names of one file");
    MergeReport.Origin origin = report.sources().get(0).origin().orElseThrow();
    assertEquals("998-1001", origin.frames());
    assertEquals(
        Files.readString(out.resolve("sources/first/_SUCCESS")).strip(), origin.manifest());
    assertEquals(placing != Placing.MOVE, Files.exists(second.resolve("dataset.json")));
    assertEquals(placing != Placing.MOVE, Files.exists(second), "no empty folders stay");
    Verification verified = MergedVerification.run(out);
    assertTrue(verified.isClean(), verified.findings().toString());
    assertTrue(verified.examined().values().stream().allMatch(count -> count.things() >= 15));
    assertTrue(StoredDataset.open(out.resolve("sources/first")).committed().contains(1000));
  }

  private void assertFound(Fault fault, String file, String said) {
    Verification verified = MergedVerification.run(out);
    assertTrue(
        verified.findings().stream()
            .anyMatch(
                finding ->
                    finding.fault() == fault
                        && finding.file().equals(file)
                        && finding.detail().contains(said)),
        verified.findings().toString());
  }

  /** Replaces a file, whose other name keeps the old content. */
  private static void write(Path file, byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "annotations/instances.json|\"iscrowd\":0|\"iscrowd\":1|is another than annotation",
        "annotations/instances.json|\"area\":|\"area\":1|is another than annotation",
        "annotations/stuff.json|\"bbox\":[|\"bbox\":[1|is another than annotation",
        "annotations/instances.json|\"source_image\":1}|\"source_image\":99}|image 99 of second is not there",
        "annotations/instances.json|\"camera\":\"left\"|\"camera\":\"right\"|is another than image",
        "annotations/panoptic.json|\"area\":|\"area\":1|is another than annotation",
        "annotations/instances.json|\"image_id\":7,|\"image_id\":8,| annotations, second has",
        "merged.json|\"images\":8|\"images\":9|it counts 9 images",
        "annotations/stuff.json|\"source\":\"second\"|\"source\":\"third\"|images of second, which has 4"
      })
  void labelsThatDifferAreFound(String file, String piece, String replacement, String said)
      throws IOException {
    Merging.run(List.of(first, second), List.of(), out, Placing.LINK);
    String text = Files.readString(out.resolve(file));
    assertTrue(text.contains(piece), text);
    String changed = text.replace(piece, replacement);
    Files.writeString(out.resolve(file), changed);
    assertFound(Fault.MERGE_DIFFERS, file, said);
  }

  @Test
  void filesThatDifferAreFound() throws IOException {
    Merging.run(List.of(first, second), List.of(), out, Placing.LINK);
    Files.delete(out.resolve("images/second/00000001_left.png"));
    write(out.resolve("depth/second/00000000_left.png"), new byte[] {1, 2, 3});
    Path semantic = out.resolve("semantic/second/00000000_right.png");
    BufferedImage image = ImageIO.read(semantic.toFile());
    image.getRaster().setSample(3, 3, 0, image.getRaster().getSample(3, 3, 0) + 1);
    ImageIO.write(image, "png", semantic.toFile());
    Files.writeString(out.resolve("depth/second/more.png"), "");
    Files.writeString(out.resolve("notes.txt"), "");
    Files.createDirectory(out.resolve("images/third"));
    Files.writeString(out.resolve("_SUCCESS"), "0");
    assertFound(Fault.MERGE_DIFFERS, "images/second/00000001_left.png", "is not there");
    assertFound(Fault.MERGE_DIFFERS, "depth/second/00000000_left.png", "another than in sources");
    assertFound(Fault.MERGE_DIFFERS, "semantic/second/00000000_right.png", "another than");
    assertFound(Fault.FILE_UNLISTED, "depth/second/more.png", "of no source");
    assertFound(Fault.FILE_UNLISTED, "notes.txt", "of no source");
    assertFound(Fault.FILE_UNLISTED, "images/third", "of no source");
    assertFound(Fault.MERGE_DIFFERS, "_SUCCESS", "the SHA-256 of merged.json is");
    List<Finding> all = MergedVerification.run(out).findings();
    assertEquals(7, all.size(), all.toString());
  }

  @Test
  void aReportThatIsNone() throws IOException {
    Merging.run(List.of(second), List.of(), out, Placing.COPY);
    Files.writeString(out.resolve("merged.json"), "{");
    DioramaException refused =
        assertThrows(DioramaException.class, () -> MergedVerification.run(out));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(refused.getMessage().contains("merged.json: no merged dataset"));
    assertEquals(List.of("second"), DatasetFolder.names(out.resolve("sources")));
  }
}
