package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.MergedVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images of other makers, of which a merged dataset keeps nothing but their hashes. */
class MergedHashesTest {
  @TempDir private Path temporary;
  private Path first;
  private Path second;
  private Path out;

  @BeforeEach
  void make() throws IOException {
    first = ForeignFolder.typical(temporary.resolve("first")).write("").root;
    second = ForeignFolder.typical(temporary.resolve("second")).write("").root;
    out = temporary.resolve("out");
  }

  private List<Finding> findings() {
    return MergedVerification.run(out).findings();
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
  }

  @ParameterizedTest
  @EnumSource(Placing.class)
  void eachImageIsListedOnce(Placing placing) throws IOException {
    MergeReport report = Merging.run(List.of(first, second), List.of(), out, placing);
    Path list = out.resolve("files.jsonl");
    assertEquals(Sha256.of(list), report.hashes().sha256());
    List<String> lines = Files.readAllLines(list);
    assertEquals(
        List.of(
            "images/first/a.png",
            "images/first/empty.png",
            "images/first/sub/b.png",
            "images/second/a.png",
            "images/second/empty.png",
            "images/second/sub/b.png"),
        lines.stream().map(line -> line.split("\"")[3]).sorted().toList());
    assertTrue(lines.stream().anyMatch(line -> line.contains(digest("first/sub/b.png"))));
    Verification verified = MergedVerification.run(out);
    assertTrue(verified.isClean(), verified.findings().toString());
    assertEquals(6, verified.examined().get("images of other makers and their SHA-256").things());
  }

  private String digest(String image) {
    try {
      return Sha256.of(out.resolve("images").resolve(image));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pictures that are sound, and of the size that the labels tell. */
  @Test
  void imagesThatChangeComeAndGoAreFound() throws IOException {
    Merging.run(List.of(first, second), List.of(), out, Placing.COPY);
    replace(
        out.resolve("images/first/a.png"),
        Files.readAllBytes(out.resolve("images/first/sub/b.png")));
    Files.delete(out.resolve("images/second/empty.png"));
    Path cut = out.resolve("images/second/sub/b.png");
    replace(cut, Arrays.copyOf(Files.readAllBytes(cut), 20));
    Files.writeString(out.resolve("images/second/new.png"), "");
    assertEquals(
        List.of(
            "images/first/a.png: merge-differs",
            "images/second/empty.png: merge-differs",
            "images/second/new.png: file-unlisted",
            "images/second/sub/b.png: merge-differs"),
        findings().stream().map(f -> f.file() + ": " + f.fault().text()).toList());
  }

  /** A link's other end is the author's, who may edit it. */
  @Test
  void anImageThatItsAuthorEditsIsFound() throws IOException {
    Merging.run(List.of(first), List.of(), out, Placing.LINK);
    Path image = first.resolve("images/a.png");
    byte[] bytes = Files.readAllBytes(image);
    bytes[bytes.length - 1] ^= 1;
    Files.write(image, bytes);
    List<Finding> found = findings();
    assertEquals(1, found.size(), found.toString());
    assertEquals("images/first/a.png", found.get(0).file());
    assertTrue(found.get(0).detail().contains("when it was merged"), found.toString());
  }

  @Test
  void anEditedListIsFound() throws IOException {
    Merging.run(List.of(first), List.of(), out, Placing.LINK);
    Path list = out.resolve("files.jsonl");
    List<String> lines = Files.readAllLines(list);
    for (String planted :
        List.of(
            String.join("\n", lines.subList(1, lines.size())) + "\n",
            String.join("\n", lines).replace(lines.get(0).split("\"")[3], "../../etc/passwd"),
            "{")) {
      replace(list, planted.getBytes());
      assertTrue(
          findings().stream()
              .anyMatch(f -> f.file().equals("files.jsonl") && f.fault() == Fault.MERGE_DIFFERS),
          findings().toString());
      assertTrue(findings().size() > 1, findings().toString());
    }
    Files.delete(list);
    assertEquals(List.of("files.jsonl"), findings().stream().map(Finding::file).toList());
  }

  /** All of a dataset that is kept is held against what is kept. */
  @Test
  void aMergedSourceHasAListOfItsOwn() throws IOException {
    Path merged = temporary.resolve("merged");
    Merging.run(List.of(first), List.of(), merged, Placing.LINK);
    Merging.run(List.of(merged, second), List.of(), out, Placing.LINK);
    try (Stream<String> lines = Files.lines(out.resolve("files.jsonl"))) {
      assertTrue(lines.allMatch(line -> line.contains("images/second/")));
    }
    assertEquals(List.of(), findings());
    assertEquals(List.of(), MergedVerification.run(out.resolve("sources/merged")).findings());
  }
}
