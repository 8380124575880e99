package org.diorama.cli.verify;

import static org.diorama.dataset.verify.finding.Fault.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that are no labels, or lead elsewhere: verify finds each under its name, or says where it
 * can read no further; convert, merge and view refuse it with its place, or make a whole thing.
 */
class HostileDatasetsTest {
  private static final String INSTANCES = "annotations/instances.json";
  private static final String IMAGE = "images/00000000.png";
  private static final String DEPTHS = "depth_float/00000000.npy";
  private static final String RECORD = "records/00000000.json";

  @TempDir static Path folder;
  private static Path dataset;
  private static Path coco;

  @BeforeAll
  static void render() throws IOException {
    Path scene = VerifiedScene.plain(Files.createDirectories(folder.resolve("scene")));
    String text = Files.readString(scene);
    Files.writeString(
        scene,
        text.substring(0, text.indexOf("rigs:"))
            + "camera: {at: [-4, 0, 2], look_at: [0, 0, 0.3], fov: 50, exposure: 14}\n"
            + "labels: {drop: {min_pixels: 40, then: void}, annotators: [depth_float]}\n");
    dataset = VerifiedScene.render(scene, "dataset", "--frames", "0-1");
    coco = folder.resolve("coco");
    for (String path : new String[] {INSTANCES, IMAGE, "images/00000001.png"}) {
      Files.createDirectories(coco.resolve(path).getParent());
      Files.copy(dataset.resolve(path), coco.resolve(path));
    }
  }

  /**
   * @param due what verify finds; none where it refuses the whole file
   */
  record Kind(String name, Set<String> due, Consumer<PlantedDataset> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Kind kind(String name, Consumer<PlantedDataset> plant, Fault... due) {
    return new Kind(
        name,
        Stream.of(due).map(Fault::text).collect(Collectors.toCollection(TreeSet::new)),
        plant);
  }

  private static void text(PlantedDataset set, String path, String piece, String other) {
    String text = new String(set.bytes(path), StandardCharsets.UTF_8);
    String changed = text.replaceFirst(piece, other);
    assertFalse(changed.equals(text), piece + " is not in " + path);
    set.write(path, changed.getBytes(StandardCharsets.UTF_8));
  }

  private static Kind entry(String name, String piece, String other, Fault... due) {
    return kind(name, set -> text(set, INSTANCES, piece, other), due);
  }

  private static Kind file(String name, String path, byte[] content, Fault... due) {
    return kind(name, set -> set.write(path, content), due);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Kind> labels() {
    String number = "[0-9.]+";
    String name = "\"file_name\": *\"[^\"]*\"";
    String image = "\"image_id\": *" + number;
    String deep = "[".repeat(100_000);
    return Stream.of(
        file("an empty file", INSTANCES, new byte[0], JSON_UNREADABLE),
        file("a list", INSTANCES, bytes("[]"), JSON_UNREADABLE),
        file("deep lists", INSTANCES, bytes("{\"a\":" + deep), JSON_UNREADABLE),
        entry("a key twice", "\"width\":", "\"width\":3,\"width\":", JSON_UNREADABLE),
        entry("not a number", "\"area\": *" + number, "\"area\":NaN", NUMBER_NOT_FINITE),
        entry(
            "an infinite number",
            "\"bbox\": *\\[" + number,
            "\"bbox\":[Infinity",
            NUMBER_NOT_FINITE),
        kind(
            "a file that is cut",
            set -> set.write(INSTANCES, half(set.bytes(INSTANCES))),
            JSON_UNREADABLE),
        kind(
            "bytes that are no UTF-8",
            set -> text(set, INSTANCES, "file_name", "file\u0000name"),
            JSON_UNREADABLE),
        kind("more behind the object", set -> text(set, INSTANCES, "\\s*$", "{}"), JSON_UNREADABLE),
        kind("a byte order mark", set -> text(set, INSTANCES, "^", "\uFEFF"), JSON_UNREADABLE),
        entry(
            "a number beyond numbers", "\"area\": *" + number, "\"area\":1e400", NUMBER_NOT_FINITE),
        entry(
            "an id beyond numbers",
            "(\"annotations\": *\\[\\s*\\{\"id\": *)[0-9]+",
            "$199999999999999999999999",
            ID_NO_NUMBER),
        entry("a width beyond images", "\"width\": *[0-9]+", "\"width\":2147483647", SIZE_MISSING),
        entry("a width with a fraction", "\"width\": *[0-9]+", "\"width\":64.5", SIZE_MISSING),
        entry(
            "a name that climbs", name, "\"file_name\":\"../coco/" + IMAGE + "\"", FILE_NAME_WRONG),
        entry("an absolute name", name, "\"file_name\":\"/etc/passwd\"", FILE_NAME_WRONG),
        entry("a name that no file has", name, "\"file_name\":\"a\\\\u0000b\"", FILE_NAME_WRONG),
        entry(
            "a category 0",
            "(\"categories\": *\\[)",
            "$1{\"id\":0,\"name\":\"zero\",\"supercategory\":\"a\"},",
            CATEGORY_ID_WRONG),
        entry(
            "a category without a name",
            "(\"categories\": *\\[)",
            "$1{\"id\":9},",
            CATEGORIES_WRONG),
        entry("an image that is not there", image, "\"image_id\":4711", IMAGE_UNKNOWN),
        kind(
            "more that is wrong with an annotation of no image",
            set -> {
              text(set, INSTANCES, image, "\"image_id\":4711");
              text(set, INSTANCES, "\"category_id\": *" + number, "\"category_id\":99");
              text(set, INSTANCES, "\"bbox\": *\\[" + number, "\"bbox\":[\"x\"");
            },
            IMAGE_UNKNOWN,
            CATEGORY_UNKNOWN,
            BOX_MISSING),
        entry(
            "a mask beyond images",
            "\"size\": *\\[[^]]*\\]",
            "\"size\":[2147483647,2147483647]",
            MASK_SIZE));
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  static Stream<Kind> datasets() {
    return Stream.of(
        file("an empty image", IMAGE, new byte[0], PNG_DAMAGED),
        kind("an image of no size", set -> sides(set, 0), PNG_DAMAGED),
        kind("an image beyond memory", set -> sides(set, 0x7f7f7f7f), PNG_DAMAGED),
        file("an empty array", DEPTHS, new byte[0], FLOATS_DAMAGED),
        kind("a cut array", set -> set.write(DEPTHS, half(set.bytes(DEPTHS))), FLOATS_DAMAGED),
        file("an array beyond numbers", DEPTHS, array("(99999999, 99999999)"), IMAGE_SIZE),
        file("an array beyond memory", DEPTHS, array("(40000, 40000)"), IMAGE_SIZE),
        file("a record that is null", RECORD, bytes("null"), RECORD_OF_OTHER_FRAME, COUNT_WRONG),
        kind("a record of a negative size", set -> width(set, -5), RECORD_UNREADABLE, COUNT_WRONG),
        kind(
            "a record of a size beyond memory",
            set -> width(set, 2_000_000_000),
            RECORD_UNREADABLE,
            COUNT_WRONG),
        kind(
            "a path that no file has",
            set ->
                set.manifest(
                    manifest ->
                        ((ObjectNode) manifest.get("files").get(0)).put("path", "a\u0000b")),
            FILE_MISSING,
            FILE_UNLISTED),
        kind(
            "a folder for a manifest",
            set -> {
              set.delete("dataset.json");
              folder(set.root().resolve("dataset.json"));
            },
            FOLDER_FOR_FILE),
        kind("no manifest", set -> set.delete("dataset.json"), FILE_MISSING));
  }

  private static void folder(Path path) {
    try {
      Files.createDirectory(path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the header of a PNG. */
  private static void sides(PlantedDataset set, int pixels) {
    byte[] png = set.bytes(IMAGE);
    ByteBuffer.wrap(png).putInt(16, pixels).putInt(20, pixels);
    set.write(IMAGE, png);
  }

  private static void width(PlantedDataset set, int pixels) {
    set.record(
        0, record -> ((ObjectNode) record.at("/frame/cameras/0/pinhole")).put("width", pixels));
  }

  /** A head of NumPy's with nothing behind it. */
  private static byte[] array(String shape) {
    String head = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
    String padded = head + " ".repeat(117 - head.length()) + "\n";
    return ByteBuffer.allocate(128)
        .put((byte) 0x93)
        .put(bytes("NUMPY"))
        .put((byte) 1)
        .put((byte) 0)
        .put((byte) 118)
        .put((byte) 0)
        .put(bytes(padded))
        .array();
  }

  @ParameterizedTest
  @MethodSource("labels")
  void labelsOfOthers(Kind kind, @TempDir Path place) throws IOException {
    PlantedDataset planted = PlantedDataset.of(coco, place.resolve("planted"));
    kind.plant().accept(planted);
    CommandRun run = verify(planted.root());
    assertEquals(kind.due(), found(run));
    assertFalse(run.err().contains("--repair") || run.err().contains("finish"), run.err());
    theOthersSayWhere(planted.root(), place);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void ownDatasets(Kind kind, @TempDir Path place) throws IOException {
    PlantedDataset planted = PlantedDataset.of(dataset, place.resolve("planted"));
    kind.plant().accept(planted);
    if (Files.isRegularFile(planted.root().resolve("dataset.json"))) {
      planted.seal();
    }
    assertEquals(kind.due(), found(verify(planted.root())));
    theOthersSayWhere(planted.root(), place);
  }

  private static CommandRun verify(Path set) {
    CommandRun run = CommandRun.of("verify", set, "--replay", "none", "--json").expect(65);
    assertFalse(run.err().contains("\tat ") || run.err().contains("Stream"), run.err());
    return run;
  }

  private static TreeSet<String> found(CommandRun run) {
    JsonNode document = JsonMapper.shared().readTree(run.lastLine());
    return new TreeSet<>(document.path("faults").propertyNames());
  }

  /** Either all of a new thing is made, or nothing; and what is wrong is said with its file. */
  private static void theOthersSayWhere(Path set, Path place) throws IOException {
    Path converted = place.resolve("converted");
    Path merged = place.resolve("merged");
    Path sheet = place.resolve("sheet.png");
    TreeSet<String> made = new TreeSet<>(Set.of("planted"));
    for (CommandRun run :
        new CommandRun[] {
          made(made, converted, "convert", set, "--to", "yolo", "--out", converted),
          made(made, merged, "merge", set, "--out", merged),
          made(made, sheet, "view", set, "--sheet", "--out", sheet)
        }) {
      assertTrue(run.code() == 0 || run.code() == 65, run.code() + ": " + run.err());
      assertFalse(run.err().contains("\tat "), run.err());
      assertTrue(run.code() == 0 || run.err().contains("diorama: " + set), run.err());
    }
    try (Stream<Path> there = Files.list(place)) {
      assertEquals(
          made,
          there
              .map(path -> path.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static CommandRun made(TreeSet<String> made, Path out, Object... command) {
    CommandRun run = CommandRun.of(command);
    if (run.code() == 0) {
      made.add(out.getFileName().toString());
    }
    return run;
  }
}
