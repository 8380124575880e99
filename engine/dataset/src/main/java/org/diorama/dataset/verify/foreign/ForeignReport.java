package org.diorama.dataset.verify.foreign;

import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.json.CocoFile;
import tools.jackson.databind.JsonNode;

/** Takes what one check says of one file. */
final class ForeignReport {
  private final String check;
  private final String file;
  private final Findings findings;
  private final Examined examined;

  ForeignReport(String check, String file, Findings findings, Examined examined) {
    this.check = check;
    this.file = file;
    this.findings = findings;
    this.examined = examined;
    examined.announce(check);
  }

  void examined(long things) {
    examined.add(check, things);
  }

  void lacking(String what) {
    examined.lacking(check, what);
  }

  void find(Fault fault, String detail) {
    findings.add(Finding.of(fault, file, detail));
  }

  void find(Fault fault, ForeignImage image, String detail) {
    findings.add(of(fault, image, detail));
  }

  void find(Fault fault, ForeignImage image, ForeignAnnotation annotation, String detail) {
    Finding finding = of(fault, image, detail);
    findings.add(annotation.id() < 0 ? finding : finding.ofAnnotation(annotation.id()));
  }

  void find(Fault fault, ForeignImage image, JsonNode annotation, String detail) {
    JsonNode id = annotation.path("id");
    Finding finding = of(fault, image, detail);
    boolean known = id.isIntegralNumber() && id.canConvertToLong();
    findings.add(known ? finding.ofAnnotation(id.asLong()) : finding);
  }

  private Finding of(Fault fault, ForeignImage image, String detail) {
    Finding finding = Finding.of(fault, file, detail);
    return image.id() == CocoFile.NO_ID ? finding : finding.ofImage(image.id());
  }
}
