package org.diorama.cli.verify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Maker;

/** A verification for people, as one line for scripts, and as a whole document. */
final class VerifyReport {
  /** Findings of one fault that people see; the document has more. */
  private static final int SHOWN = 10;

  private final Path target;
  private final Verification verification;
  private final Maker maker;

  /**
   * @param maker of what was read, who decides what mends it
   */
  VerifyReport(Path target, Verification verification, Maker maker) {
    this.target = target;
    this.verification = verification;
    this.maker = maker;
  }

  /** The last line of stdout. */
  private record Summary(
      String verified,
      boolean clean,
      long findings,
      SortedMap<String, Long> faults,
      Map<String, Double> scores) {}

  /** What {@code --json} prints. */
  private record Document(
      String verified,
      boolean clean,
      SortedMap<String, Long> faults,
      long found,
      long listed,
      List<Place> findings,
      List<Check> checks,
      Map<String, Double> scores) {}

  /** A finding by stable names. */
  private record Place(
      String fault,
      String file,
      OptionalLong image,
      OptionalLong annotation,
      OptionalLong frame,
      String detail,
      String meaning,
      String remedy) {}

  private record Check(String check, long examined, SortedMap<String, Long> lacking) {}

  private long found() {
    return verification.counts().values().stream().mapToLong(Long::longValue).sum();
  }

  String summary() {
    return StrictJson.instance()
        .writeValueAsString(
            new Summary(
                target.toString(),
                verification.isClean(),
                found(),
                faults(),
                verification.scores()));
  }

  String document() {
    return StrictJson.instance()
        .writeValueAsString(
            new Document(
                target.toString(),
                verification.isClean(),
                faults(),
                found(),
                verification.findings().size(),
                verification.findings().stream().map(this::place).toList(),
                verification.examined().entrySet().stream()
                    .map(e -> new Check(e.getKey(), e.getValue().things(), e.getValue().lacking()))
                    .toList(),
                verification.scores()));
  }

  private SortedMap<String, Long> faults() {
    SortedMap<String, Long> faults = new TreeMap<>();
    verification.counts().forEach((fault, count) -> faults.put(fault.text(), count));
    return faults;
  }

  private Place place(Finding finding) {
    return new Place(
        finding.fault().text(),
        finding.file(),
        finding.image(),
        finding.annotation(),
        finding.frame(),
        finding.detail(),
        finding.fault().meaning(),
        maker.remedy(finding, verification.counts().keySet()));
  }

  void print(PrintWriter err) {
    verification.counts().forEach((fault, count) -> fault(fault, count, err));
    verification
        .examined()
        .forEach((check, count) -> err.println("  " + check + ": " + text(count)));
    verification
        .scores()
        .forEach(
            (measure, value) ->
                err.println(String.format(Locale.ROOT, "  %s: %.3f", measure, value)));
    err.println(
        verification.isClean() ? target + ": nothing is wrong" : target + ": not as it should be");
    err.flush();
  }

  private void fault(Fault fault, long count, PrintWriter err) {
    err.println(fault.text() + " (" + count + "): " + fault.meaning());
    List<Finding> all =
        verification.findings().stream().filter(finding -> finding.fault() == fault).toList();
    all.stream().limit(SHOWN).forEach(finding -> err.println("  " + finding.line()));
    if (count > SHOWN) {
      err.println("  and " + (count - Math.min(SHOWN, all.size())) + " more");
    }
    all.stream()
        .map(finding -> maker.remedy(finding, verification.counts().keySet()))
        .distinct()
        .forEach(remedy -> err.println("  what to do: " + remedy));
  }

  private static String text(Examined.Count count) {
    StringBuilder text = new StringBuilder();
    if (count.things() > 0 || count.lacking().isEmpty()) {
      text.append(count.things()).append(" examined");
    }
    count
        .lacking()
        .forEach(
            (what, times) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append("not applicable ")
                    .append(times)
                    .append(" times for want of ")
                    .append(what));
    return text.toString();
  }
}
