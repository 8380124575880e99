package org.diorama.dataset.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.merged.MergedAnnotations;
import org.diorama.dataset.verify.merged.MergedFiles;
import org.diorama.dataset.verify.merged.MergedForms;
import org.diorama.dataset.verify.merged.MergedSources;
import org.diorama.dataset.verify.merged.MergedYolo;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Verifies what merging did: files and annotations are those of the sources that the merged dataset
 * keeps. What it holds besides is verified as COCO files, and each source as a dataset.
 */
public final class MergedVerification {
  private static final String REPORT = "merged.json";

  private MergedVerification() {}

  /** Whether a folder holds a merged dataset. */
  public static boolean isAt(Path root) {
    return Files.isRegularFile(root.resolve(REPORT));
  }

  /**
   * Folders of the sources that it keeps, relative to it.
   *
   * @throws DioramaException BAD_INPUT where {@code merged.json} is none
   */
  public static List<String> sources(Path root) {
    return report(root)
        .path("sources")
        .valueStream()
        .filter(source -> source.path("kept").asBoolean(false))
        .map(source -> "sources/" + source.path("name").asString(""))
        .toList();
  }

  private static JsonNode report(Path root) {
    Path file = root.resolve(REPORT);
    try {
      JsonNode report = Json.read(file);
      for (JsonNode source : report.path("sources")) {
        String name = source.path("name").asString("");
        if (!name.matches("[^/\\\\\\x00]+") || name.equals(".") || name.equals("..")) {
          throw new DioramaException(
              ExitStatus.BAD_INPUT, file + ": '" + name + "' is no name of a source's folder");
        }
      }
      return report;
    } catch (FaultyFile e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, file + ": no merged dataset: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, e.toString(), e);
    }
  }

  /**
   * @throws DioramaException BAD_INPUT where {@code merged.json} is none, INPUT_OUTPUT where the
   *     disk fails
   */
  public static Verification run(Path root) {
    Findings findings = new Findings();
    Examined examined = new Examined();
    JsonNode report = report(root);
    try {
      new MergedSources(root, report, findings, examined).check();
      new MergedFiles(root, report, findings, examined).check();
      new MergedAnnotations(root, report, findings, examined).check();
      for (JsonNode format : report.path("formats")) {
        if (format.asString("").equals("yolo")) {
          new MergedYolo(root, findings, examined).check();
        } else if (!format.asString("").equals("coco")) {
          new MergedForms(root, findings, examined).check(format.asString(""));
        }
      }
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, root + ": " + e, e);
    }
    return Verification.of(findings, examined);
  }
}
