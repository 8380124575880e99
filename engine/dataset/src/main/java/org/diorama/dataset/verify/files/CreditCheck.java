package org.diorama.dataset.verify.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.databind.JsonNode;

/**
 * Makers and licenses of assets by what three places tell: the configuration that the frames were
 * made under, the manifest, and the file for people.
 */
final class CreditCheck {
  private static final String ATTRIBUTION = "ATTRIBUTION";
  private static final String OWN_SHAPES = "primitive/";
  private static final String NOBODY =
      "The images show shapes of the engine's own only; nobody is to be named.\n";

  private final Path root;
  private final ManifestFacts manifest;
  private final Findings findings;

  CreditCheck(Path root, ManifestFacts manifest, Findings findings) {
    this.root = root;
    this.manifest = manifest;
    this.findings = findings;
  }

  /**
   * @param configured assets of the configuration
   */
  void check(JsonNode configured) throws IOException {
    StringBuilder due = new StringBuilder();
    for (JsonNode asset : manifest.head().path("assets")) {
      if (configured.valueStream().noneMatch(asset::equals)) {
        find(ManifestFacts.PATH, asset + " is not what the configuration has of it");
      }
      due.append(line(asset));
    }
    String text = due.isEmpty() ? NOBODY : due.toString();
    try {
      byte[] told = PresentFile.bytes(root.resolve(ATTRIBUTION));
      if (!new String(told, StandardCharsets.UTF_8).equals(text)) {
        find(ATTRIBUTION, "it is not what the manifest's assets give");
      }
    } catch (NoSuchFileException | FaultyFile e) {
      // The list of files tells.
    }
  }

  private static String line(JsonNode asset) {
    String id = asset.path("id").asString("");
    String license = asset.path("license").asString("");
    String maker = asset.path("attribution").asString("");
    if (id.startsWith(OWN_SHAPES)) {
      return "";
    }
    return license.isEmpty()
        ? id + ": a file of the scene's author, license not stated\n"
        : id + ": " + license + (maker.isEmpty() ? "" : ", " + maker) + "\n";
  }

  private void find(String file, String detail) {
    findings.add(Finding.of(Fault.CREDITS_WRONG, file, detail));
  }
}
