package org.diorama.assets.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A folder inside a zip archive, read in place. Safe for one thread at a time. */
public final class ArchiveSource implements ModelSource {
  private final Path archive;
  private final String archiveDigest;
  private final String folder;
  private ZipFile zip;

  /**
   * @param archiveDigest SHA-256 of the whole archive, known since it was installed
   * @param folder inside the archive, such as {@code scopia/apples}
   */
  public ArchiveSource(Path archive, String archiveDigest, String folder) {
    this.archive = archive;
    this.archiveDigest = archiveDigest;
    this.folder = folder;
  }

  public Path archive() {
    return archive;
  }

  public String archiveDigest() {
    return archiveDigest;
  }

  public String folder() {
    return folder;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    if (zip == null) {
      zip = new ZipFile(archive.toFile());
    }
    ZipEntry entry = zip.getEntry(entryName(name));
    if (entry == null || entry.isDirectory()) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) MAX_FILE_BYTES + 1);
      if (bytes.length > MAX_FILE_BYTES) {
        throw new RefusedFileException(
            "'" + name + "' is larger than " + MAX_FILE_BYTES + " bytes");
      }
      return Optional.of(bytes);
    }
  }

  /** Follows from the archive's digest and the name: nothing is unpacked to learn it. */
  @Override
  public Optional<String> digest(String name) throws IOException {
    return Optional.of(Sha256.of(archiveDigest + "\n" + entryName(name)));
  }

  private String entryName(String name) throws IOException {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : name.replace('\\', '/').split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          throw new RefusedFileException("refers to '" + name + "' outside its folder");
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return folder + "/" + String.join("/", parts);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
      zip = null;
    }
  }
}
