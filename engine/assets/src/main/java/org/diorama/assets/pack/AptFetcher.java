package org.diorama.assets.pack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * Fetches with Debian's own tools, as any user: package lists and downloads go to a folder of our
 * own, so that neither root nor the system's lists are needed, and apt checks the signatures.
 */
public final class AptFetcher implements PackFetcher {
  private static final int TIMEOUT_MINUTES = 15;

  private static final int LAST_LINES = 3;

  @Override
  public Path fetch(PackManifest manifest, Path folder) {
    try {
      Path lists = Files.createDirectories(folder.resolve("lists/partial")).getParent();
      Path cache = Files.createDirectories(folder.resolve("cache/archives/partial"));
      Path downloads = Files.createDirectory(folder.resolve("download"));
      List<String> apt =
          List.of(
              "apt-get",
              "-q",
              "-o",
              "Dir::State::lists=" + lists,
              "-o",
              "Dir::Cache=" + cache.getParent().getParent(),
              "-o",
              "APT::Sandbox::User=");
      String help =
          "; fetch the Debian package "
              + manifest.debianPackage()
              + " yourself and add --from FILE.deb";
      run(plus(apt, "update"), downloads, help);
      run(plus(apt, "download", manifest.debianPackage()), downloads, help);
      try (DirectoryStream<Path> found = Files.newDirectoryStream(downloads, "*.deb")) {
        for (Path file : found) {
          return file;
        }
      }
      throw new DioramaException(ExitStatus.TEMPORARY, "apt-get downloaded nothing" + help);
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.CANNOT_CREATE, folder + ": " + e, e);
    }
  }

  @Override
  public Path unpack(Path debianPackage, Path folder) {
    run(
        List.of("dpkg-deb", "-x", debianPackage.toAbsolutePath().toString(), folder.toString()),
        folder,
        "; --from also takes a folder that holds the pack's archives");
    return folder;
  }

  private static List<String> plus(List<String> command, String... more) {
    List<String> result = new ArrayList<>(command);
    result.addAll(List.of(more));
    return result;
  }

  private static void run(List<String> command, Path folder, String help) {
    try {
      Path log = folder.resolve(command.get(0) + ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new DioramaException(
            ExitStatus.TEMPORARY,
            command.get(0) + " took longer than " + TIMEOUT_MINUTES + " min" + help);
      }
      if (process.exitValue() != 0) {
        throw new DioramaException(
            command.get(0).equals("apt-get") ? ExitStatus.TEMPORARY : ExitStatus.BAD_INPUT,
            command.get(0) + " failed: " + lastLines(log) + help);
      }
    } catch (IOException e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "cannot run " + command.get(0) + " (" + e.getMessage() + ")" + help,
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DioramaException(ExitStatus.TEMPORARY, command.get(0) + " was interrupted", e);
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
