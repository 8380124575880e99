package org.diorama.assets.process;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running child. It takes one request at a time and may die at any moment. */
final class ImportChild implements AutoCloseable {
  private static final String WORKER = "org.diorama.assets.worker.ImportWorker";

  /** Limits first, then the child in the shell's place; replies leave on descriptor 3. */
  private static final String SCRIPT =
      "ulimit -c 0; ulimit -d \"$1\" && ulimit -S -t \"$2\" || exit 9; "
          + "shift 2; exec \"$@\" 3>&1 1>&2";

  private static final int SIGXCPU = 24;

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream replies;
  private final ErrorTail errors;
  private int served;

  ImportChild(ImportLimits limits) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(limits));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    process = builder.start();
    requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    replies = new DataInputStream(process.getInputStream());
    errors = new ErrorTail(process.getErrorStream());
  }

  private static List<String> command(ImportLimits limits) {
    return List.of(
        "/bin/sh",
        "-c",
        SCRIPT,
        "import",
        Integer.toString(limits.dataMegabytes() * 1024),
        Integer.toString(limits.processorSeconds()),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:+SuppressFatalErrorMessage",
        "-XX:-UsePerfData",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        WORKER);
  }

  int served() {
    return served;
  }

  /**
   * What the child answers.
   *
   * @throws ChildLostException where the child died or had to be killed
   */
  ImportReply serve(ImportRequest request, ImportLimits limits) throws ChildLostException {
    served++;
    FutureTask<ImportReply> answer = new FutureTask<>(() -> exchange(request));
    Thread thread = new Thread(answer, "import-reply");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(limits.wallClock().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ChildLostException(
          "took longer than "
              + limits.wallClock().toSeconds()
              + " s to import; import was stopped");
    } catch (ExecutionException e) {
      throw new ChildLostException("makes the importer " + ending(limits));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChildLostException("import was interrupted");
    }
  }

  private ImportReply exchange(ImportRequest request) throws IOException {
    request.writeTo(requests);
    requests.flush();
    return ImportReply.readFrom(replies);
  }

  private String ending(ImportLimits limits) {
    try {
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return describe(process.exitValue(), errors.text(), limits);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "stop answering";
  }

  private static String describe(int exit, String errorText, ImportLimits limits) {
    if (errorText.contains("bad_alloc") || errorText.contains("memory")) {
      return "need more than its " + limits.dataMegabytes() + " MB of memory";
    }
    if (exit == 128 + SIGXCPU) {
      return "use more than its " + limits.processorSeconds() + " s of processor time";
    }
    if (exit > 128) {
      return "crash (signal " + (exit - 128) + ")";
    }
    String hint = errorText.isEmpty() ? "" : ": " + errorText;
    return "end with status " + exit + hint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
