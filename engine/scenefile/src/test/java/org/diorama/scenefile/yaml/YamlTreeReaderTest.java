package org.diorama.scenefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.junit.jupiter.api.Test;

class YamlTreeReaderTest {
  @Test
  void everyKeyAndValueKnowsItsPlace() {
    YamlNode.Mapping root =
        (YamlNode.Mapping)
            read(
                """
                # a comment
                first: 1
                block:
                  - x
                  - {inner: "quoted text"}
                é: [a,
                    b]
                """);
    assertPlace(2, 1, root.location());
    YamlNode.Entry first = root.entries().get(0);
    assertPlace(2, 1, first.location());
    assertPlace(2, 8, first.value().location());
    YamlNode.Sequence block = (YamlNode.Sequence) root.find("block").orElseThrow().value();
    assertPlace(4, 3, block.location());
    assertPlace(4, 5, block.items().get(0).location());
    YamlNode.Entry inner = ((YamlNode.Mapping) block.items().get(1)).entries().get(0);
    assertPlace(5, 6, inner.location());
    assertPlace(5, 13, inner.value().location());
    YamlNode.Sequence flow = (YamlNode.Sequence) root.find("é").orElseThrow().value();
    assertPlace(6, 4, flow.location());
    assertPlace(7, 5, flow.items().get(1).location());
  }

  @Test
  void quotesMakeText() {
    YamlNode.Mapping root =
        (YamlNode.Mapping) read("a: 1\nb: '1'\nc: \"1\"\nd: |\n  1\ne: ~\nf: '~'\ng:\n");
    assertTrue(scalar(root, "a").plain());
    for (String key : List.of("b", "c", "d", "f")) {
      assertFalse(scalar(root, key).plain(), key);
      assertFalse(scalar(root, key).isNull(), key);
    }
    assertEquals("1\n", scalar(root, "d").text());
    assertTrue(scalar(root, "e").isNull());
    assertTrue(scalar(root, "g").isNull());
  }

  @Test
  void aliasesShareTheirTree() {
    YamlNode.Mapping root = (YamlNode.Mapping) read("a: &it {x: [1, 2]}\nb: *it\nc: {d: *it}\n");
    YamlNode shared = root.find("a").orElseThrow().value();
    assertSame(shared, root.find("b").orElseThrow().value());
    YamlNode.Mapping c = (YamlNode.Mapping) root.find("c").orElseThrow().value();
    assertSame(shared, c.find("d").orElseThrow().value());
  }

  @Test
  void anAnchorMayBeSetAnew() {
    YamlNode.Mapping root = (YamlNode.Mapping) read("a: &it 1\nb: &it 2\nc: *it\n");
    assertEquals("2", scalar(root, "c").text());
  }

  @Test
  void theDeepestAllowedNestingIsRead() {
    String depth = "[".repeat(TreeBuilder.MAX_DEPTH) + "]".repeat(TreeBuilder.MAX_DEPTH);
    assertEquals("a list", read(depth).kind());
  }

  private static YamlNode read(String yaml) {
    Problems problems = new Problems();
    YamlNode root =
        YamlTreeReader.read("test", yaml.getBytes(StandardCharsets.UTF_8), problems)
            .orElseThrow(() -> new AssertionError(problems.findings().lines()));
    assertEquals(List.of(), problems.findings().lines());
    return root;
  }

  private static YamlNode.Scalar scalar(YamlNode.Mapping map, String key) {
    return (YamlNode.Scalar) map.find(key).orElseThrow().value();
  }

  private static void assertPlace(int line, int column, Location location) {
    assertEquals(new Location("test", line, column), location);
  }
}
