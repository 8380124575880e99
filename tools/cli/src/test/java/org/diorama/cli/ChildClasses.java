package org.diorama.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes of the tests for {@link Child} processes: jars, and an archive of what a render
 * needs, parsed beforehand as the launcher's is. Made once for this process, at the cost of two
 * starts; each start then takes a quarter to a third less CPU.
 */
final class ChildClasses {
  private static final ChildClasses INSTANCE = make();

  private final String classPath;
  private final Path archive;

  private ChildClasses(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /** The command that starts a main class, up to its arguments. */
  static List<String> java(Class<?> main) {
    List<String> command = new ArrayList<>(common(INSTANCE.classPath));
    // Where it could not be made that is no error, as with the launcher.
    command.add(1, "-XX:SharedArchiveFile=" + INSTANCE.archive);
    command.add(main.getName());
    return command;
  }

  private static List<String> common(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-Xlog:cds*=off:stderr",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:+UseTransparentHugePages",
        "-cp",
        classPath);
  }

  private static ChildClasses make() {
    try {
      Path folder = Files.createTempDirectory("diorama-children");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      List<String> jars = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path place = Path.of(entry);
        // An archive may not hold classes of folders.
        jars.add(
            Files.isDirectory(place)
                ? jar(place, folder.resolve(jars.size() + ".jar")).toString()
                : entry);
      }
      String classPath = String.join(File.pathSeparator, jars);
      Path archive = folder.resolve("classes.jsa");
      List<String> command = new ArrayList<>(common(classPath));
      command.add(1, "-XX:ArchiveClassesAtExit=" + archive);
      command.add(Main.class.getName());
      command.addAll(List.of("render", TestScene.write(folder).toString(), "--frames", "0-1"));
      command.addAll(List.of("--renderer", "reference", "--out", folder.resolve("set").toString()));
      Shell.run(command.toArray(String[]::new));
      return new ChildClasses(classPath, archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
