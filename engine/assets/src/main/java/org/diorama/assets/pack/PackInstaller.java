package org.diorama.assets.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.diorama.assets.source.Sha256;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** Installs packs for the current user; needs no root. A pack appears by rename, complete. */
public final class PackInstaller {
  private final Path packs;
  private final PackFetcher fetcher;

  /**
   * @param packs the folder of all packs; created when needed
   */
  public PackInstaller(Path packs, PackFetcher fetcher) {
    this.packs = packs;
    this.fetcher = fetcher;
  }

  /** How an installation ended. */
  public enum Outcome {
    INSTALLED,
    ALREADY_THERE
  }

  /**
   * Installs a pack unless it is already there, complete.
   *
   * @param from a Debian package, or a folder that holds the archives; fetched where empty
   * @throws DioramaException BAD_INPUT where the archives are not the ones of the manifest,
   *     TEMPORARY where they cannot be fetched, CANNOT_CREATE where the folder cannot be written
   */
  public Outcome install(PackManifest manifest, Optional<Path> from) {
    PackFolder target = PackFolder.of(manifest, packs);
    if (from.isEmpty() && target.isInstalled()) {
      return Outcome.ALREADY_THERE;
    }
    Path work = packs.resolve(".install-" + UUID.randomUUID());
    try {
      Files.createDirectories(work);
      Path ready = Files.createDirectory(work.resolve("ready"));
      Path archives = archives(manifest, from, work);
      for (PackArchive archive : manifest.archives()) {
        copyProven(archive, archives.resolve(archive.file()), ready.resolve(archive.file()));
      }
      publish(ready, target.folder(), work.resolve("replaced"));
      return Outcome.INSTALLED;
    } catch (IOException e) {
      throw new DioramaException(
          ExitStatus.CANNOT_CREATE,
          "cannot install into " + packs + " (DIORAMA_PACKS names another place): " + e,
          e);
    } finally {
      Folders.delete(work);
    }
  }

  private Path archives(PackManifest manifest, Optional<Path> from, Path work) throws IOException {
    if (from.isPresent() && Files.isDirectory(from.get())) {
      return from.get();
    }
    if (from.isPresent() && !Files.isRegularFile(from.get())) {
      throw new DioramaException(ExitStatus.BAD_INPUT, from.get() + ": no such file or folder");
    }
    Path debianPackage = from.isPresent() ? from.get() : fetcher.fetch(manifest, work);
    return fetcher
        .unpack(debianPackage, Files.createDirectory(work.resolve("unpacked")))
        .resolve(manifest.folder());
  }

  private static void copyProven(PackArchive archive, Path source, Path destination)
      throws IOException {
    if (!Files.isRegularFile(source)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "the pack's archive " + archive.file() + " is missing in " + source);
    }
    Files.copy(source, destination);
    String found = Sha256.of(destination);
    if (!found.equals(archive.sha256())) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          archive.file()
              + " has SHA-256 "
              + found
              + " instead of "
              + archive.sha256()
              + "; nothing was installed");
    }
  }

  private static void publish(Path ready, Path target, Path replaced) throws IOException {
    if (Files.exists(target)) {
      Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process may have installed the same pack in between: its archives are proven too.
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }
}
