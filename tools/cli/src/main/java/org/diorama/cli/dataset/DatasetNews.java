package org.diorama.cli.dataset;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.diorama.dataset.FinishReport;
import org.diorama.dataset.GroupCount;
import org.diorama.dataset.TargetCount;

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
    tellSplits(err);
    tellShortfalls(err);
    err.println("look at    " + report.preview());
    err.println("load with  " + loaderCall(pythonText(report.instances())));
    err.flush();
  }

  private void tellSplits(PrintWriter err) {
    if (!report.splits().isEmpty()) {
      err.println(
          "splits     "
              + report.splits().entrySet().stream()
                  .map(split -> split.getKey() + " " + split.getValue())
                  .collect(Collectors.joining(", "))
              + " frames");
    }
  }

  private void tellShortfalls(PrintWriter err) {
    shortfalls(report.groups()).forEach(err::println);
    report.targets().forEach((target, count) -> err.println(text(target, count)));
  }

  /** A line for each group of objects that fell short, by name. */
  public static List<String> shortfalls(SortedMap<String, GroupCount> groups) {
    return groups.entrySet().stream()
        .filter(group -> group.getValue().framesShort() > 0)
        .map(group -> text(group.getKey(), group.getValue()))
        .toList();
  }

  private static String text(String group, GroupCount count) {
    String text =
        "group '%s': %d of %d instances found a place"
            .formatted(group, count.placed(), count.wanted());
    for (Map.Entry<String, Long> reason : count.missing().entrySet()) {
      text += ", %d %s".formatted(reason.getValue(), reason.getKey().replace('_', ' '));
    }
    return text;
  }

  private static String text(String target, TargetCount count) {
    String text = "target %s: met %d of %d".formatted(target, count.met(), count.instances());
    if (count.measured() > 0) {
      text += ", labels confirm %d of %d".formatted(count.confirmed(), count.measured());
    }
    for (Map.Entry<String, Long> cause : count.causes().entrySet()) {
      text += "; not met %d times: %s".formatted(cause.getValue(), cause.getKey());
    }
    return text;
  }

  private static String loaderCall(String file) {
    return file.endsWith(".yaml'")
        ? "from ultralytics import YOLO; YOLO('yolo11n-seg.pt').train(data=" + file + ")"
        : "from pycocotools.coco import COCO; coco = COCO(" + file + ")";
  }

  private static String pythonText(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
