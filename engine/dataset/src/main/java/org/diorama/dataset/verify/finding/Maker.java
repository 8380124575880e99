package org.diorama.dataset.verify.finding;

/** Who made what is verified, and so what can be done about a fault of it. */
public enum Maker {
  /** This engine's renderer: most can be made again. */
  RENDER {
    @Override
    public String remedy(Fault fault, String file) {
      return fault.remedy();
    }
  },
  /** Merging: what is wrong is mended where it comes from, and merged again. */
  MERGE {
    @Override
    public String remedy(Fault fault, String file) {
      if (file.startsWith(SOURCES)) {
        return "in that source: " + fault.remedy() + "; then merge again";
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
    public String remedy(Fault fault, String file) {
      return ForeignRemedy.of(fault);
    }
  };

  private static final String SOURCES = "sources/";
  private static final String AGAIN = "merge again";

  /**
   * What to do, one line.
   *
   * @param file that the fault is of, relative to what is verified
   */
  public abstract String remedy(Fault fault, String file);
}
