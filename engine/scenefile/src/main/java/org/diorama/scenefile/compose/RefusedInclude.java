package org.diorama.scenefile.compose;

/** Why a file can't be included; {@code getMessage()} is the problem. */
final class RefusedInclude extends Exception {
  private static final long serialVersionUID = 1;

  private final String advice;

  RefusedInclude(String problem, String advice) {
    super(problem);
    this.advice = advice;
  }

  String advice() {
    return advice;
  }
}
