package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closed blocks and files of the whole dataset are made whole again, to the byte. */
class RepairedBlocksTest {
  private static final String CLOSING = "blocks/00000.json";
  private static final String PACKED = "records/00000.jsonl.zst";
  private static final String DEPTH = "depth/00000/00000002_left.png";
  private static final String ANNOTATIONS = "annotations/instances_train/00000.json";

  @TempDir private static Path folder;
  private static Path original;

  @TempDir private Path place;

  /** What is damaged, by a name. */
  record Damage(String name, Consumer<PlantedDataset> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void render() throws IOException {
    original =
        VerifiedScene.render(
            VerifiedScene.plain(folder), "original", "--frames", "0-3", "--layout", "blocks");
  }

  private static void half(PlantedDataset set, String path) {
    byte[] bytes = set.bytes(path);
    set.write(path, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void flip(PlantedDataset set, String path, int at) {
    byte[] bytes = set.bytes(path);
    bytes[at] ^= 4;
    set.write(path, bytes);
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage("a byte of an image", set -> flip(set, DEPTH, 90)),
        new Damage("no image", set -> set.delete(DEPTH)),
        new Damage("a byte of packed records", set -> flip(set, PACKED, 60)),
        new Damage("no packed records", set -> set.delete(PACKED)),
        new Damage("no closing", set -> set.delete(CLOSING)),
        new Damage("half a closing", set -> half(set, CLOSING)),
        new Damage("a byte of annotations", set -> flip(set, ANNOTATIONS, 4)),
        new Damage("no annotations", set -> set.delete(ANNOTATIONS)),
        new Damage("half a manifest", set -> half(set, "dataset.json")),
        new Damage(
            "no manifest, closing and image",
            set -> Stream.of("dataset.json", CLOSING, DEPTH).forEach(set::delete)),
        new Damage("another preview", set -> set.write("preview.jpg", new byte[9])));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isMadeWhole(Damage damage) throws IOException {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    damage.plant().accept(set);
    CommandRun run = CommandRun.of("verify", set.root(), "--repair", "--replay", "none").expect(0);
    assertTrue(run.err().contains("nothing is wrong"), run.err());
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }

  /** A machine that lacks the dataset's renderer must not take anything apart. */
  @Test
  void isLeftAsItIsByAnotherRenderer() throws IOException {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    set.delete(PACKED);
    SortedMap<String, String> before = Trees.digests(set.root());
    CommandRun.of("verify", set.root(), "--repair", "--replay", "none", "--renderer", "opengl")
        .expect(78);
    assertEquals(before, Trees.digests(set.root()));
  }

  /** Killed when the block is open and one frame is there again, or when nothing is sealed. */
  @Test
  void isMadeWholeThoughKilledOnTheWay() throws Exception {
    PlantedDataset set = PlantedDataset.of(original, place.resolve("set"));
    set.delete(PACKED);
    Object[] command = {"verify", set.root(), "--repair", "--replay", "none"};
    Path records = set.root().resolve("records/00000");
    killWhen(() -> !Files.exists(set.root().resolve("_SUCCESS")), command);
    killWhen(() -> Files.isDirectory(records) && records.toFile().list().length > 1, command);
    CommandRun.of(command).expect(0);
    assertEquals(Trees.digests(original), Trees.digests(set.root()));
  }

  /** It may end before, which is as good. */
  private void killWhen(Child.Condition moment, Object... command) throws Exception {
    try (Child child = Child.start(place, command)) {
      child.awaitThat(moment);
      child.kill();
    }
  }
}
