package org.diorama.core;

/** How a command ends. The codes follow sysexits.h where it has one; schedulers rely on them. */
public enum ExitStatus {
  DONE(0),
  USAGE(2),
  /** Bad or missing scene, asset or dataset; or more failed frames than allowed. */
  BAD_INPUT(65),
  /** No usable renderer on this machine; another one may have it. */
  NO_RENDERER(69),
  INTERNAL(70),
  CANNOT_CREATE(73),
  INPUT_OUTPUT(74),
  /** Temporary: the only code a scheduler should retry. */
  TEMPORARY(75),
  PERMISSION(77),
  /** The output directory belongs to another configuration. */
  OTHER_CONFIGURATION(78);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
