package org.diorama.dataset.verify.frame;

import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;

/** Takes what one check says of one frame. */
final class CheckReport {
  private final String check;
  private final long frame;
  private final Findings findings;
  private final Examined examined;

  CheckReport(String check, long frame, Findings findings, Examined examined) {
    this.check = check;
    this.frame = frame;
    this.findings = findings;
    this.examined = examined;
  }

  /** How many things were held against something. */
  void examined(long things) {
    examined.add(check, things);
  }

  /** Something that the check needs is not there. */
  void lacking(String what) {
    examined.lacking(check, what);
  }

  void find(Fault fault, String file, String detail) {
    findings.add(Finding.of(fault, file, detail).ofFrame(frame));
  }

  void findImage(Fault fault, String file, long image, String detail) {
    findings.add(Finding.of(fault, file, detail).ofFrame(frame).ofImage(image));
  }

  void findAnnotation(Fault fault, CocoImageEvidence.Entry entry, long image, String detail) {
    Finding finding = Finding.of(fault, entry.file(), detail).ofFrame(frame).ofImage(image);
    findings.add(entry.id() < 0 ? finding : finding.ofAnnotation(entry.id()));
  }
}
