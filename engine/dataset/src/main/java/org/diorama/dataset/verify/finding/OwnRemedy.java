package org.diorama.dataset.verify.finding;

import java.util.Set;

/** What the command line does about a fault of a dataset of ours, and what must come before. */
final class OwnRemedy {
  private static final String REPAIR = "verify --repair ";
  private static final String SCENE = "scene/";

  private OwnRemedy() {}

  /**
   * One line.
   *
   * @param found everything that was found: some faults keep a repair from being done
   */
  static String of(Finding finding, Set<Fault> found) {
    String remedy = plain(finding);
    return remedy.contains(REPAIR) ? remedy + before(found) : remedy;
  }

  private static String plain(Finding finding) {
    boolean byFile =
        switch (finding.fault()) {
          case FILE_CHANGED, FILE_MISSING, JSON_UNREADABLE -> true;
          default -> false;
        };
    if (!byFile) {
      return finding.fault().remedy();
    }
    if (finding.file().startsWith(SCENE)) {
      return Fault.SCENE_CHANGED.remedy();
    }
    return REPAIR + "makes it again";
  }

  private static String before(Set<Fault> found) {
    if (found.contains(Fault.SCENE_CHANGED) || found.contains(Fault.CONFIGURATION_CHANGED)) {
      return ", once the scene's files are put back as they were";
    }
    if (found.contains(Fault.FOLDER_FOR_FILE)) {
      return ", once the folder is moved away";
    }
    return found.contains(Fault.FILE_OUTSIDE) ? ", once the link is moved away" : "";
  }
}
