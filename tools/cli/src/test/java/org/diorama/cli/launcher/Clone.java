package org.diorama.cli.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * A small clone of the repository: the real scripts, one source, and a stand-in for Maven that
 * takes a jar made beforehand, so that a "build" takes milliseconds. The program in the jar is
 * {@link #PROGRAM}.
 */
final class Clone {
  /** Prints what the launcher gave it, or waits for its stdin to end and then loads a class. */
  private static final String PROGRAM =
      """
      package org.diorama.cli;

      public class Main {
        public static void main(String[] arguments) throws Exception {
          if (arguments.length > 0 && arguments[0].equals("wait")) {
            Thread stopped = new Thread(() -> System.out.println("stopped"));
            Runtime.getRuntime().addShutdownHook(stopped);
            System.out.println("ready");
            while (System.in.read() >= 0) {}
            System.out.println(Class.forName("org.diorama.cli.Late").getSimpleName());
            System.exit(5);
          }
          System.out.println(String.join("|", arguments));
          System.out.println(System.getenv("LC_ALL") + " " + System.getenv("LP_NUM_THREADS"));
        }
      }

      class Late {}
      """;

  /** Counts its calls, makes one file of output, and fails while the source says so. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >>calls
      if grep -q broken engine/core/src/main/Source.java; then
        echo "[ERROR] Source.java:[1,1] broken"
        exit 1
      fi
      mkdir -p tools/cli/target/launcher/lib
      cp program.jar tools/cli/target/launcher/program.jar
      cp program.jar tools/cli/target/launcher/lib/library.jar
      """;

  /** As many cores as the variable says, else 2. */
  private static final String CORES = "#!/bin/sh\necho ${CORES:-2}\n";

  final Path root;
  final Path source;
  private final Path maven;

  Clone(Path root) throws IOException {
    this.root = root;
    this.source = root.resolve("engine/core/src/main/Source.java");
    this.maven = root.resolve("bin/mvn");
    Path scripts = repository().resolve("tools");
    for (String script : List.of("tools/diorama", "tools/setup.sh")) {
      Path copy = root.resolve(script);
      Files.createDirectories(copy.getParent());
      Files.copy(scripts.resolveSibling(script), copy);
    }
    write(root.resolve("pom.xml"), "<project/>");
    write(source, "first");
    write(root.resolve("engine/core/src/test/SourceTest.java"), "first");
    write(root.resolve("renderers/pom.xml"), "<project/>");
    writeScript(maven, MAVEN);
    writeScript(maven.resolveSibling("nproc"), CORES);
    writeProgram();
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  static void writeScript(Path file, String text) throws IOException {
    write(file, text);
    file.toFile().setExecutable(true);
  }

  /** How often Maven ran. */
  long builds() throws IOException {
    Path calls = root.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** The folders of jars that are published. */
  List<Path> published() throws IOException {
    try (var folders = Files.list(root.resolve("tools/cli/target/dist"))) {
      return folders.toList();
    }
  }

  Process start(Path launcher, Path folder, Map<String, String> variables, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", maven.getParent() + ":" + environment.get("PATH"));
    environment.put("DIORAMA_INSTALL", "no");
    environment.remove("LP_NUM_THREADS");
    environment.putAll(variables);
    return builder.start();
  }

  Process start(String... arguments) throws IOException {
    return start(root.resolve("tools/diorama"), root, Map.of(), arguments);
  }

  /** Runs to the end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return Result.of(start(arguments));
  }

  /** What a run printed, and its exit code. Its stderr is short enough to wait in the pipe. */
  record Result(int code, List<String> out, String err) {
    static Result of(Process process) throws IOException, InterruptedException {
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      byte[] err = process.getErrorStream().readAllBytes();
      List<String> lines = new String(out, StandardCharsets.UTF_8).lines().toList();
      return new Result(process.waitFor(), lines, new String(err, StandardCharsets.UTF_8));
    }
  }

  private void writeProgram() throws IOException {
    Path folder = root.resolve("program");
    Path file = folder.resolve("Main.java");
    write(file, PROGRAM);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-d", folder.toString(), file.toString());
    if (failed != 0) {
      throw new IllegalStateException("the program of this test does not compile");
    }
    try (OutputStream out = Files.newOutputStream(root.resolve("program.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String name : List.of("org/diorama/cli/Main.class", "org/diorama/cli/Late.class")) {
        jar.putNextEntry(new JarEntry(name));
        jar.write(Files.readAllBytes(folder.resolve(name)));
        jar.closeEntry();
      }
    }
  }

  /** The folder of this repository: Maven runs a module's tests in the module's folder. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("tools/diorama"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
