package org.diorama.cli.progress;

/** Hears how a job goes on. Called by one thread at a time. */
public interface Progress extends AutoCloseable {
  /**
   * @param skipped frames of the job that were there already
   * @param done frames made in this run
   * @param failed frames given up in this run
   * @param total frames of the job
   */
  record State(long skipped, long done, long failed, long total) {
    long finished() {
      return skipped + done + failed;
    }

    /** In percent; 100 for a job without frames. */
    double percent() {
      return total == 0 ? 100 : 100.0 * finished() / total;
    }
  }

  void update(State state);

  /** Says the last state and lets go of the terminal; once more does nothing. */
  @Override
  void close();
}
