package org.diorama.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command as a process of its own, which can be killed. Its output goes to files. */
public final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts the command with the class path of the tests. */
  public static Child start(Path scratch, Object... arguments) throws IOException {
    return start(scratch, List.of(), Map.of(), arguments);
  }

  /**
   * @param scratch folder for the output files
   * @param wrapper a command that runs the command behind it, such as {@code env}; may be empty
   * @param environment added to this process's own, less what tells of a scheduler
   */
  public static Child start(
      Path scratch, List<String> wrapper, Map<String, String> environment, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(ChildClasses.java(Main.class));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path out = Files.createTempFile(scratch, "child", ".out");
    Path err = Files.createTempFile(scratch, "child", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("SLURM_JOB_ID", "KUBERNETES_SERVICE_HOST", "AWS_BATCH_JOB_ID"));
    builder.environment().putAll(environment);
    return new Child(builder.start(), out, err);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Something that shows in files. */
  public interface Condition {
    boolean holds() throws IOException;
  }

  /**
   * Waits until something is so or the process has ended. It looks again every millisecond and
   * leaves the core to the process in between.
   */
  public void awaitThat(Condition condition) throws IOException, InterruptedException {
    while (!condition.holds() && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
      // Neither yet.
    }
  }

  /** SIGKILL: no chance to tidy up. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  public long pid() {
    return process.pid();
  }

  /** Waits for its end. */
  public CommandRun await() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("no end after " + PATIENCE_SECONDS + " s: " + err());
    }
    return new CommandRun(
        process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), err());
  }

  public String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
