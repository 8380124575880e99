package org.diorama.dataset.verify.merged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whether {@code merged.json} tells of each source what the source's own manifest does: which
 * dataset it is, the scale of its depths, its cameras, and which ids its categories have now, by
 * their names.
 */
public final class MergedSources {
  private static final String NAME = "what merging tells of its sources";
  private static final String REPORT = "merged.json";

  private final Path root;
  private final JsonNode report;
  private final Findings findings;
  private final Examined examined;

  /**
   * @param report what {@code merged.json} says
   */
  public MergedSources(Path root, JsonNode report, Findings findings, Examined examined) {
    this.root = root;
    this.report = report;
    this.findings = findings;
    this.examined = examined;
  }

  public void check() throws IOException {
    examined.announce(NAME);
    for (JsonNode source : report.path("sources")) {
      Path manifest =
          root.resolve("sources").resolve(source.path("name").asString("")).resolve("dataset.json");
      if (source.path("kept").asBoolean(false) && Files.isRegularFile(manifest)) {
        try {
          source(source, Sha256.of(manifest), Json.read(manifest));
        } catch (FaultyFile e) {
          // Verifying the source tells.
          examined.lacking(NAME, "a readable manifest");
        }
      }
    }
  }

  private void source(JsonNode source, String digest, JsonNode manifest) {
    String name = source.path("name").asString("");
    JsonNode origin = source.path("origin");
    compare(name, "manifest", origin.path("manifest").asString(""), digest);
    for (String key : List.of("scene", "seed", "frames", "configuration_digest")) {
      compare(name, key, origin.path(key), manifest.path(key));
    }
    compare(name, "cameras", source.path("cameras"), manifest.path("cameras"));
    compare(
        name,
        "depth_scale",
        source.path("depth_scale").asDouble(-1),
        manifest.at("/conventions/depth_scale").asDouble(-1));
    compare(name, "categories", told(source), due(manifest));
    examined.add(NAME, manifest.path("categories").size());
  }

  private static Map<Integer, Integer> told(JsonNode source) {
    Map<Integer, Integer> told = new TreeMap<>();
    source
        .path("categories")
        .properties()
        .forEach(entry -> told.put(number(entry.getKey()), entry.getValue().asInt(-1)));
    return told;
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** Ids that changed, of categories that the merged dataset has under the same names. */
  private Map<Integer, Integer> due(JsonNode manifest) {
    Map<String, Integer> now = new HashMap<>();
    for (JsonNode category : report.path("categories")) {
      now.put(category.path("name").asString(""), category.path("id").asInt(-1));
    }
    Map<Integer, Integer> due = new TreeMap<>();
    for (JsonNode category : manifest.path("categories")) {
      int id = category.path("id").asInt(-1);
      int merged = now.getOrDefault(category.path("name").asString(""), id);
      if (merged != id) {
        due.put(id, merged);
      }
    }
    return due;
  }

  private void compare(String source, String key, Object told, Object due) {
    examined.add(NAME, 1);
    boolean absent = List.of(told, due).stream().allMatch(MissingNode.class::isInstance);
    if (!absent && !told.equals(due)) {
      findings.add(
          Finding.of(
              Fault.MERGE_DIFFERS,
              REPORT,
              "%s of %s is %s, by sources/%s %s".formatted(key, source, told, source, due)));
    }
  }
}
