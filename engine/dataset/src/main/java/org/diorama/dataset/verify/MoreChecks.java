package org.diorama.dataset.verify;

import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Findings;

/** Checks of a dataset that need what this module does not know: scenes, renderers. */
@FunctionalInterface
public interface MoreChecks {
  void check(Findings findings, Examined examined) throws InterruptedException;
}
