package org.diorama.dataset.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.MergedVerification;
import org.diorama.dataset.verify.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Licenses, points and kinds of COCO files of several makers become one. */
class MergedKindsTest {
  @TempDir private Path temporary;
  private ForeignFolder first;
  private ForeignFolder second;
  private Path out;

  @BeforeEach
  void make() throws IOException {
    first = new ForeignFolder(temporary.resolve("first"));
    first.license(7, "Public domain");
    first.category(3, "cat", "animal");
    first.image(1, "a.png");
    first.imageEntry(2, "b.png").put("license", 7);
    Files.copy(first.root.resolve("images/a.png"), first.root.resolve("images/b.png"));
    first.mask(1, 1, 3, ForeignFolder.masks().get(0), 0);
    first.write("");
    second = new ForeignFolder(temporary.resolve("second"));
    second.license(1, "Public domain");
    second.license(2, "No Derivatives");
    second.category(4, "cat", "animal");
    second.image(1, "a.png");
    second.imageEntry(2, "c.png").put("license", 1);
    second.imageEntry(3, "d.png").put("license", 9);
    for (String name : List.of("c.png", "d.png")) {
      Files.copy(second.root.resolve("images/a.png"), second.root.resolve("images").resolve(name));
    }
    second.mask(1, 1, 4, ForeignFolder.masks().get(1), 0);
    second.write("");
    out = temporary.resolve("out");
  }

  private JsonNode merged(String name) throws IOException {
    return ForeignFolder.json(out.resolve("annotations/" + name + ".json"));
  }

  @Test
  void licensesAndInfoAreThoseOfAll() throws IOException {
    MergeReport report =
        Merging.run(List.of(first.root, second.root), List.of(), out, Placing.LINK);
    JsonNode file = merged("instances");
    assertEquals(
        "[{\"id\":1,\"name\":\"Attribution\"},{\"id\":2,\"name\":\"Public domain\"},"
            + "{\"id\":3,\"name\":\"No Derivatives\"}]",
        file.get("licenses").toString());
    assertEquals(
        List.of("1", "2", "1", "2", ""),
        file.get("images").valueStream().map(one -> one.path("license").asString("")).toList());
    assertEquals(2017, file.at("/info/sources/second/year").asInt());
    assertTrue(
        report
            .conflicts()
            .contains("1 images name a license that their file does not list: without one"),
        report.conflicts().toString());
    assertEquals(Map.of("instances", 2L), report.annotations());
    assertEquals(3, file.at("/images/4/diorama/source_image").asInt());
    assertFalse(Files.exists(out.resolve("sources")), "others' datasets are not kept whole");
    assertTrue(MergedVerification.run(out).isClean());
  }

  @Test
  void oneIdForTwoLicensesIsRefused() throws IOException {
    second.license(2, "Something else");
    second.image(1, "a.png");
    second.write("");
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () -> Merging.run(List.of(first.root, second.root), List.of(), out, Placing.LINK));
    assertEquals(ExitStatus.BAD_INPUT, refused.status());
    assertTrue(refused.getMessage().contains("is another license"), refused.getMessage());
    assertTrue(refused.getMessage().contains("instances.json:1:"), refused.getMessage());
  }

  private static ForeignFolder posed(Path root, int category, List<String> names, int[]... bones)
      throws IOException {
    ForeignFolder folder = new ForeignFolder(root);
    ObjectNode entry = folder.category(category, "cat", "animal");
    ArrayNode points = entry.putArray("keypoints");
    names.forEach(points::add);
    ArrayNode skeleton = entry.putArray("skeleton");
    for (int[] bone : bones) {
      skeleton.addArray().add(bone[0]).add(bone[1]);
    }
    folder.imageEntry(1, "a.png");
    ObjectNode annotation =
        folder.mask(9, 1, category, ForeignFolder.masks().get(0), 0).put("num_keypoints", 1);
    ArrayNode numbers = annotation.putArray("keypoints");
    ArrayNode positions = annotation.putArray("keypoints_3d");
    for (int i = 0; i < names.size(); i++) {
      numbers.add(i + 1).add(i + 2).add(i == 0 ? 2 : 1);
      positions.addArray().add(i).add(0).add(1);
    }
    return folder.writeAs("keypoints");
  }

  /** The second one's points come in the first one's order, others behind; 0 where one lacks it. */
  @Test
  void pointsAreJoinedByName() throws IOException {
    posed(first.root, 3, List.of("nose", "tail"), new int[] {1, 2});
    posed(second.root, 4, List.of("tail", "ear", "nose"), new int[] {3, 1}, new int[] {2, 3});
    MergeReport report =
        Merging.run(List.of(first.root, second.root), List.of(), out, Placing.LINK);
    JsonNode file = merged("keypoints");
    assertEquals("[\"nose\",\"tail\",\"ear\"]", file.at("/categories/0/keypoints").toString());
    assertEquals("[[1,2],[3,1]]", file.at("/categories/0/skeleton").toString());
    assertEquals("[1,2,2,2,3,1,0,0,0]", file.at("/annotations/0/keypoints").toString());
    assertEquals("[[0,0,1],[1,0,1],null]", file.at("/annotations/0/keypoints_3d").toString());
    assertEquals("[3,4,1,1,2,2,2,3,1]", file.at("/annotations/1/keypoints").toString());
    assertEquals("[[2,0,1],[0,0,1],[1,0,1]]", file.at("/annotations/1/keypoints_3d").toString());
    List<String> conflicts = report.conflicts();
    assertTrue(
        conflicts.contains(
            "category 'cat': points [nose, tail] in first, [tail, ear, nose] in second: joined by"
                + " name"),
        conflicts.toString());
    assertTrue(
        conflicts.contains(
            "category 'cat': another skeleton in second than in first: all bones of both"),
        conflicts.toString());
  }

  @Test
  void pointsThatAreNoneAreRefused() throws IOException {
    posed(first.root, 3, List.of("nose", "tail"));
    posed(second.root, 4, List.of("tail"));
    Path file = second.root.resolve("annotations/keypoints.json");
    Files.writeString(
        file, Files.readString(file).replace("\"keypoints\":[1,2,2]", "\"keypoints\":[1,2]"));
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () -> Merging.run(List.of(first.root, second.root), List.of(), out, Placing.MOVE));
    assertTrue(
        refused.getMessage().contains("has 2 numbers as 'keypoints'; its category has 1 points"),
        refused.getMessage());
    assertTrue(Files.exists(second.root.resolve("images/a.png")) && !Files.exists(out));
  }

  @Test
  void whatIsStuffHereAndAThingThereIsSaid() throws IOException {
    second.category(5, "sea", "water");
    second.imageEntry(1, "a.png");
    second.writeAs("stuff");
    first.category(5, "sea", "water");
    first.image(1, "a.png");
    first.write("");
    MergeReport report =
        Merging.run(List.of(first.root, second.root), List.of(), out, Placing.COPY);
    assertTrue(
        report.conflicts().stream()
            .anyMatch(line -> line.startsWith("category 'sea': a thing in first, stuff in second")),
        report.conflicts().toString());
    assertTrue(report.conflicts().contains("stuff: nothing of first"));
  }

  /** A merged dataset merges again: it says where each image was first. */
  @Test
  void mergedOnesMergeAgain() throws IOException {
    Merging.run(List.of(first.root), List.of(), temporary.resolve("once"), Placing.LINK);
    MergeReport report =
        Merging.run(List.of(temporary.resolve("once"), second.root), List.of(), out, Placing.LINK);
    assertEquals("once/first", merged("instances").at("/images/0/diorama/source").asString());
    assertTrue(
        report.conflicts().stream().anyMatch(line -> line.startsWith("once is merged itself")));
    assertEquals(List.of("sources/once"), MergedVerification.sources(out));
    Verification verified = MergedVerification.run(out);
    assertTrue(verified.isClean(), verified.findings().toString());
    assertTrue(MergedVerification.run(out.resolve("sources/once")).isClean());
  }

  /** Nothing of it depends on the run. */
  @Test
  void theSameSourcesGiveTheSameBytes() throws IOException {
    Path other = temporary.resolve("other");
    Merging.run(List.of(first.root, second.root), List.of(), out, Placing.LINK);
    Merging.run(List.of(first.root, second.root), List.of(), other, Placing.COPY);
    for (String file : List.of("merged.json", "_SUCCESS", "annotations/instances.json")) {
      assertEquals(-1, Files.mismatch(out.resolve(file), other.resolve(file)), file);
    }
  }
}
