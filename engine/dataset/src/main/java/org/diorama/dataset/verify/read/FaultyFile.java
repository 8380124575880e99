package org.diorama.dataset.verify.read;

import org.diorama.dataset.verify.finding.Fault;

/** A file, or a value in it, that cannot be read as what it should be. */
public final class FaultyFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  public FaultyFile(Fault fault, String detail) {
    super(detail);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
