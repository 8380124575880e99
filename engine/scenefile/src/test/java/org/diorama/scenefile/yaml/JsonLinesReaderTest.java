package org.diorama.scenefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest {
  private static final long MANY = 1000;

  @Test
  void linesAreTheEntriesOfOneMapThatKnowTheirPlaces() {
    YamlNode.Mapping map =
        read("{\"0\": {\"level\": 1}}\n\n  {\"1-0\": [true, \"7\", -2.5e3], \"2\": {}}\n")
            .orElseThrow();
    assertEquals(
        List.of("0", "1-0", "2"), map.entries().stream().map(YamlNode.Entry::key).toList());
    assertEquals(new Location("f", 1, 2), map.entries().get(0).location());
    YamlNode.Entry level = ((YamlNode.Mapping) map.entries().get(0).value()).entries().get(0);
    assertEquals(new Location("f", 1, 8), level.location());
    assertEquals(
        List.of(
            new YamlNode.Scalar(new Location("f", 3, 12), "true", true),
            new YamlNode.Scalar(new Location("f", 3, 18), "7", false),
            new YamlNode.Scalar(new Location("f", 3, 23), "-2.5e3", true)),
        ((YamlNode.Sequence) map.entries().get(1).value()).items());
  }

  @Test
  void anEmptyFileHoldsNothing() {
    assertEquals(List.of(), read("").orElseThrow().entries());
  }

  @Test
  void whatIsNoLineOfAnObjectIsRefusedWithItsPlace() {
    assertSays("f:1:1: here begins no line", "[1]");
    assertSays("f:2:1: here begins no line", "{}\n7");
    assertSays("f:1:11: here begins no line", "{\"0\": {}} {\"1\": {}}");
    assertSays("f:1:7: not JSON", "{\"0\": }");
    assertSays("f:1:", "{\"0\": {\"level\": 1");
    assertSays("f:1:", "{\"0\": NaN}");
    assertSays("f:1:", "{\"0\": {} // no comment\n}");
    assertSays("f:1:", "{'0': {}}");
  }

  @Test
  void namesOccurOnce() {
    assertSays(
        "f:3:2: duplicate key 0, first written at f:1:2. Keep one", "{\"0\": {}}\n{}\n{\"0\": {}}");
    assertSays(
        "f:1:19: duplicate key a, first written at f:1:8", "{\"0\": {\"a\": 1,    \"a\": 1}}");
    assertTrue(read("{\"0\": {\"a\": 1}}\n{\"1\": {\"a\": 1}}").isPresent());
  }

  @Test
  void hostileFilesEndSoon() {
    assertSays("f:1:38: nested deeper than 32 levels", "{\"0\": " + "[".repeat(100_000));
    assertSays("f:1:1: what follows is too long", "{\"0\": " + "9".repeat(2000) + "}");
    assertSays("f:1:7: what follows is too long", "{\"0\": \"" + "x".repeat(100_000) + "\"}");
    assertSays("f:1:8: character U+202E is not allowed here. Remove", "{\"0\": [\"a\\u202eb\"]}");
    assertSays("f:1:2: character U+0000", "{\"\\u0000\": 1}");
    assertSays("too many values. Write fewer", "{\"0\": [" + "1,".repeat(2000) + "1]}");
    assertSays("f: the file is larger than", " ".repeat(JsonLinesReader.MAX_BYTES + 1));
    Problems problems = new Problems();
    byte[] latin = "{\"0\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(JsonLinesReader.read("f", latin, MANY, problems).isEmpty());
    assertEquals(1, problems.size());
  }

  private static Optional<YamlNode.Mapping> read(String text) {
    Problems problems = new Problems();
    Optional<YamlNode.Mapping> map =
        JsonLinesReader.read("f", text.getBytes(StandardCharsets.UTF_8), MANY, problems);
    assertEquals(List.of(), problems.findings().shown());
    return map;
  }

  private static void assertSays(String message, String text) {
    Problems problems = new Problems();
    assertTrue(
        JsonLinesReader.read("f", text.getBytes(StandardCharsets.UTF_8), MANY, problems).isEmpty());
    assertEquals(1, problems.size(), "one problem, at which reading stops");
    String said = problems.findings().toString();
    assertTrue(said.contains(message), said);
  }
}
