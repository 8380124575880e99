package org.diorama.dataset.verify.finding;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * One fault at one place.
 *
 * @param file relative to what is verified, with slashes
 * @param image COCO's image id; absent where no image is concerned
 * @param annotation COCO's annotation id; absent where none is concerned
 * @param detail what was found and what was due, one line
 * @param frame of our own datasets, so that it can be rendered again; absent otherwise
 */
public record Finding(
    Fault fault,
    String file,
    OptionalLong image,
    OptionalLong annotation,
    OptionalLong frame,
    String detail) {
  /** An order that does not depend on which thread found what first. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparing(finding -> finding.image().orElse(-1))
          .thenComparing(finding -> finding.annotation().orElse(-1))
          .thenComparing(Finding::fault)
          .thenComparing(Finding::detail);

  /** A fault of a file as a whole. */
  public static Finding of(Fault fault, String file, String detail) {
    return new Finding(
        fault, file, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), detail);
  }

  public Finding ofImage(long id) {
    return new Finding(fault, file, OptionalLong.of(id), annotation, frame, detail);
  }

  public Finding ofAnnotation(long id) {
    return new Finding(fault, file, image, OptionalLong.of(id), frame, detail);
  }

  public Finding ofFrame(long number) {
    return new Finding(fault, file, image, annotation, OptionalLong.of(number), detail);
  }

  /**
   * The same in a dataset that lies within another.
   *
   * @param folder with a slash at its end, or nothing
   */
  public Finding within(String folder) {
    return new Finding(fault, folder + file, image, annotation, OptionalLong.empty(), detail);
  }

  /** The same by another name of its file. */
  Finding at(String path) {
    return new Finding(fault, path, image, annotation, frame, detail);
  }

  /** One line for people: place, name, detail. */
  public String line() {
    StringBuilder line = new StringBuilder(file);
    image.ifPresent(id -> line.append(", image ").append(id));
    annotation.ifPresent(id -> line.append(", annotation ").append(id));
    return line.append(": ").append(fault.text()).append(": ").append(detail).toString();
  }
}
