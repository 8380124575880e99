package org.diorama.dataset.foreign;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.diorama.dataset.files.RecordedFile;

/**
 * What a merged dataset consists of: {@code merged.json}.
 *
 * @param version of this form
 * @param folders of files beside the images, such as {@code depth}
 * @param formats of the labels: {@code coco}, and what else there is
 * @param annotations how many of each kind, such as {@code instances}
 * @param conflicts lines for people: what differed between the sources, and what became of it
 * @param lost likewise: what a further format has no room for, after its name
 * @param hashes of the list with the hashes of other makers' images
 */
public record MergeReport(
    int version,
    List<Source> sources,
    List<Category> categories,
    List<String> folders,
    List<String> formats,
    long images,
    SortedMap<String, Long> annotations,
    List<String> conflicts,
    List<String> lost,
    RecordedFile hashes) {
  /** Of the form that is written. */
  static final int VERSION = 4;

  /**
   * A dataset that went in.
   *
   * @param name of its folders in the merged dataset: {@code images/NAME/} and so on
   * @param kept whether all of it is in {@code sources/NAME/} as well: records, scene, labels
   * @param annotations how many of each kind
   * @param categories ids that changed: from, to
   * @param depthScale millimeters a step of its depth images; absent of other makers' datasets
   * @param cameras their names; empty of other makers' datasets
   * @param origin absent of other makers' datasets
   */
  public record Source(
      String name,
      boolean kept,
      long images,
      SortedMap<String, Long> annotations,
      SortedMap<Integer, Integer> categories,
      Optional<Double> depthScale,
      List<String> cameras,
      Optional<Origin> origin) {}

  /**
   * Which of Diorama's datasets a source is.
   *
   * @param scene name of the scene
   * @param configurationDigest what the frames follow from, see {@code dataset.json}
   * @param manifest SHA-256 of {@code dataset.json}, which has that of every file
   * @param frames that it holds, such as {@code 0-99}; an image's own is its {@code diorama.frame}
   */
  public record Origin(
      String scene, long seed, String configurationDigest, String manifest, String frames) {}

  /** A category of the merged dataset. */
  public record Category(int id, String name, String supercategory) {}
}
