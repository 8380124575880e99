package org.diorama.dataset.verify.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.dataset.files.RealPaths;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.PresentFile;

/** Holds files against the size and SHA-256 that a list has of them. */
public final class FileCheck {
  /** The name of this check. */
  public static final String NAME = "files and their SHA-256";

  private static final Pattern OF_FRAME = Pattern.compile("(?:.*/)?(\\d{8,15})(?:_[^/]*)?\\.\\w+");

  private final Path root;
  private final Findings findings;
  private final Examined examined;

  public FileCheck(Path root, Findings findings, Examined examined) {
    this.root = root;
    this.findings = findings;
    this.examined = examined;
  }

  /** Looks at one file. */
  public void check(ListedFile listed) {
    examined.add(NAME, 1);
    Path file;
    try {
      file = root.resolve(listed.path());
    } catch (InvalidPathException e) {
      // No file has such a name: it is as missing as a folder in its place.
      file = root;
    }
    if (!RealPaths.isBelow(root, file)) {
      findings.add(Finding.of(Fault.FILE_MISSING, listed.path(), "no path inside the dataset"));
      return;
    }
    if (Files.isDirectory(file)) {
      find(Fault.FOLDER_FOR_FILE, listed, "what is in it is not the dataset's");
      return;
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        find(Fault.FILE_OUTSIDE, listed, "a link leads to " + real);
      }
      long size = Files.size(file);
      if (size != listed.bytes()) {
        find(Fault.FILE_CHANGED, listed, size + " bytes, listed with " + listed.bytes());
        return;
      }
      String digest = Sha256.of(file);
      if (!digest.equals(listed.sha256())) {
        find(Fault.FILE_CHANGED, listed, "SHA-256 " + digest + ", listed " + listed.sha256());
      }
    } catch (AccessDeniedException e) {
      find(Fault.FILE_UNREADABLE, listed, "there is no permission to read it");
    } catch (IOException e) {
      if (PresentFile.leadsNowhere(e)) {
        find(Fault.FILE_MISSING, listed, "listed with " + listed.bytes() + " bytes" + why(file));
      } else {
        find(Fault.FILE_UNREADABLE, listed, e.toString());
      }
    }
  }

  /** Why nothing is there; empty where nothing is in its way. */
  private static String why(Path file) {
    if (Files.isSymbolicLink(file)) {
      return ", and a link there leads nowhere";
    }
    Path above = file.getParent();
    while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
      above = above.getParent();
    }
    if (above == null || Files.isDirectory(above)) {
      return "";
    }
    return Files.isSymbolicLink(above)
        ? ", and the link " + above.getFileName() + " leads nowhere"
        : ", and " + above.getFileName() + " is no folder";
  }

  private void find(Fault fault, ListedFile listed, String detail) {
    Finding finding = Finding.of(fault, listed.path(), detail);
    OptionalLong frame = frameOf(listed.path());
    findings.add(frame.isPresent() ? finding.ofFrame(frame.getAsLong()) : finding);
  }

  /** The frame that a file belongs to, by its name. */
  static OptionalLong frameOf(String path) {
    Matcher name = OF_FRAME.matcher(path);
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }
}
