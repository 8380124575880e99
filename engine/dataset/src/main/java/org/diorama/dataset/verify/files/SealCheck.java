package org.diorama.dataset.verify.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.databind.JsonNode;

/**
 * Whether a dataset is finished and says so truly: its seal, the digest of its configuration, and
 * every requested frame either there or given up.
 */
public final class SealCheck {
  /** The name of this check. */
  public static final String NAME = "seal, configuration and frames";

  private static final String SEAL = "_SUCCESS";
  private static final String CONFIGURATION = "scene/configuration.json";
  private static final String REQUESTED = "scene/requested.json";
  private static final String FAILED = "failed.jsonl";

  private final Path root;
  private final ManifestFacts manifest;
  private final Findings findings;

  public SealCheck(Path root, ManifestFacts manifest, Findings findings) {
    this.root = root;
    this.manifest = manifest;
    this.findings = findings;
  }

  public void check(Examined examined) throws IOException {
    seal();
    configuration();
    frames();
    new SceneFilesCheck(root, manifest, findings).check();
    examined.add(NAME, 1);
  }

  private void seal() throws IOException {
    try {
      byte[] seal = PresentFile.bytes(root.resolve(SEAL));
      String is = Sha256.of(root.resolve(ManifestFacts.PATH));
      if (!new String(seal, StandardCharsets.ISO_8859_1).strip().equals(is)) {
        findings.add(Finding.of(Fault.SEAL_BROKEN, SEAL, "the manifest's SHA-256 is " + is));
      }
    } catch (NoSuchFileException e) {
      findings.add(Finding.of(Fault.NOT_FINISHED, SEAL, "it is not there"));
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), SEAL, e.getMessage()));
    }
  }

  /** The digest is that of one JSON object: the configuration's keys, sorted, and their values. */
  private void configuration() throws IOException {
    try {
      JsonNode stored = Json.read(root.resolve(CONFIGURATION)).path("description");
      SortedMap<String, String> values = new TreeMap<>();
      stored
          .path("resolved_scene")
          .properties()
          .forEach(entry -> values.put("scene." + entry.getKey(), entry.getValue().asString("")));
      values.put("seed", stored.path("seed").asString(""));
      values.put("engine.version", stored.path("engine_version").asString(""));
      values.put("renderer.name", stored.path("renderer").asString(""));
      values.put("renderer.version", stored.path("renderer_version").asString(""));
      values.put("renderer.device_class", stored.path("device_class").asString(""));
      for (JsonNode asset : stored.path("assets")) {
        values.put("asset." + asset.path("id").asString(""), asset.path("digest").asString(""));
      }
      new CreditCheck(root, manifest, findings).check(stored.path("assets"));
      String digest = Sha256.of(Json.bytes(values));
      String due = manifest.head().path("configuration_digest").asString("");
      if (!digest.equals(due)) {
        findings.add(
            Finding.of(
                Fault.CONFIGURATION_CHANGED,
                CONFIGURATION,
                "its digest is " + digest + ", the manifest's " + due));
      } else {
        same(stored);
      }
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), CONFIGURATION, e.getMessage()));
    }
  }

  /** What the manifest says of the dataset as a whole, the configuration says, too. */
  private void same(JsonNode stored) {
    JsonNode head = manifest.head();
    for (String key :
        List.of("scene", "seed", "engine_version", "cameras", "categories", "structure")) {
      same(key, head.path(key), stored.path(key));
    }
    same("renderer.name", head.at("/renderer/name"), stored.path("renderer"));
    same("renderer.version", head.at("/renderer/version"), stored.path("renderer_version"));
    same("renderer.device_class", head.at("/renderer/device_class"), stored.path("device_class"));
  }

  private void same(String key, JsonNode says, JsonNode configured) {
    if (!says.equals(configured)) {
      findings.add(
          Finding.of(
              Fault.MANIFEST_WRONG,
              ManifestFacts.PATH,
              "its %s is %s, the configuration's %s".formatted(key, says, configured)));
    }
  }

  private void frames() throws IOException {
    FrameSet failed = FrameSet.of(failedFrames().keySet().stream().mapToLong(Long::longValue));
    if (!failed.equals(manifest.failed())) {
      findings.add(
          Finding.of(
              Fault.FRAME_UNLISTED,
              FAILED,
              "it names the frames '" + failed + "', the manifest '" + manifest.failed() + "'"));
    }
    try {
      JsonNode requested = Json.read(root.resolve(REQUESTED));
      FrameSet wanted = FrameSet.parse(requested.path("frames").asString(""));
      FrameSet gaps = wanted.minus(manifest.frames()).minus(failed);
      gaps.iterator()
          .forEachRemaining(
              (long frame) ->
                  findings.add(
                      Finding.of(
                              Fault.FRAME_GAP,
                              ManifestFacts.PATH,
                              "frame " + frame + " was requested")
                          .ofFrame(frame)));
      FrameSet surplus = manifest.frames().minus(wanted);
      if (!surplus.isEmpty()) {
        findings.add(
            Finding.of(
                Fault.FRAME_UNLISTED, REQUESTED, "frames " + surplus + " were not requested"));
      }
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), REQUESTED, e.getMessage()));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of(Fault.JSON_UNREADABLE, REQUESTED, e.getMessage()));
    }
  }

  private SortedMap<Long, String> failedFrames() throws IOException {
    SortedMap<Long, String> failed = new TreeMap<>();
    try {
      byte[] log = PresentFile.bytes(root.resolve(FAILED));
      for (String line : new String(log, StandardCharsets.ISO_8859_1).lines().toList()) {
        JsonNode failure = Json.parse(line.getBytes(StandardCharsets.ISO_8859_1));
        failed.put(failure.path("frame").asLong(-1), failure.path("cause").asString(""));
      }
    } catch (NoSuchFileException e) {
      return failed;
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), FAILED, e.getMessage()));
    }
    failed.remove(-1L);
    return failed;
  }
}
