package org.diorama.dataset.verify.finding;

import java.util.Set;

/** Who made what is verified, and so what can be done about a fault of it. */
public enum Maker {
  /** This engine's renderer: most can be made again. */
  RENDER {
    @Override
    public String remedy(Finding finding, Set<Fault> found) {
      return OwnRemedy.of(finding, found);
    }
  },
  /** Merging: what is wrong is mended where it comes from, and merged again. */
  MERGE {
    @Override
    public String remedy(Finding finding, Set<Fault> found) {
      Fault fault = finding.fault();
      if (finding.file().startsWith(SOURCES)) {
        String own = finding.file().substring(SOURCES.length());
        Finding there = finding.at(own.substring(own.indexOf('/') + 1));
        return "in that source: " + OwnRemedy.of(there, found) + "; then merge again";
      }
      String inSource = ForeignRemedy.of(fault);
      return inSource.equals(fault.remedy())
          ? fault == Fault.FILE_UNREADABLE || fault == Fault.FILE_OUTSIDE ? inSource : AGAIN
          : AGAIN + "; if its source has the fault, too, there: " + inSource;
    }
  },
  /** Somebody with other means. */
  OTHERS {
    @Override
    public String remedy(Finding finding, Set<Fault> found) {
      return ForeignRemedy.of(finding.fault());
    }
  };

  private static final String SOURCES = "sources/";
  private static final String AGAIN = "merge again";

  /**
   * What to do, one line.
   *
   * @param found everything that was found
   */
  public abstract String remedy(Finding finding, Set<Fault> found);
}
