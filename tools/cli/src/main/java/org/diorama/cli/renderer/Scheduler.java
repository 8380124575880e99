package org.diorama.cli.renderer;

import java.util.Map;
import java.util.Optional;

/** A batch system that runs this process, told by what it puts into the environment. */
enum Scheduler {
  SLURM("Slurm", "SLURM_JOB_ID"),
  KUBERNETES("Kubernetes", "KUBERNETES_SERVICE_HOST"),
  AWS_BATCH("AWS Batch", "AWS_BATCH_JOB_ID");

  private final String title;
  private final String variable;

  Scheduler(String title, String variable) {
    this.title = title;
    this.variable = variable;
  }

  String title() {
    return title;
  }

  static Optional<Scheduler> detect(Map<String, String> environment) {
    for (Scheduler scheduler : values()) {
      if (!environment.getOrDefault(scheduler.variable, "").isEmpty()) {
        return Optional.of(scheduler);
      }
    }
    return Optional.empty();
  }
}
