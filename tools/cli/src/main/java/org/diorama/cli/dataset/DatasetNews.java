package org.diorama.cli.dataset;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.diorama.dataset.FinishReport;

/** What people want to know of a finished dataset: counts, where to look, how to load it. */
public record DatasetNews(Path folder, FinishReport report) {

  public void print(PrintWriter err) {
    err.println(
        folder
            + ": "
            + report.images()
            + " images"
            + (report.failed() == 0 ? "" : ", " + report.failed() + " frames failed"));
    int width = report.annotations().keySet().stream().mapToInt(String::length).max().orElse(0);
    report
        .annotations()
        .forEach(
            (category, count) ->
                err.println("  " + category + " ".repeat(width - category.length() + 2) + count));
    err.println("look at    " + report.preview());
    err.println(
        "load with  from pycocotools.coco import COCO; coco = COCO("
            + pythonText(report.instances())
            + ")");
    err.flush();
  }

  private static String pythonText(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
