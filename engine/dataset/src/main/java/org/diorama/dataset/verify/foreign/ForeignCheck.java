package org.diorama.dataset.verify.foreign;

/** One thing that must hold for every annotation of a COCO file. */
interface ForeignCheck {
  /** What it looks at, for people; unique among the checks. */
  String name();

  /** Looks at one annotation. */
  void check(ForeignImage image, ForeignAnnotation annotation, ForeignReport report);

  /** Says what only all annotations together tell. */
  default void end(ForeignReport report) {}
}
