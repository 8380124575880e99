package org.diorama.dataset;

import java.util.List;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.LabelFile;

/**
 * What the manifest tells of an annotator.
 *
 * @param frames how many have it
 * @param folders of its files; none where it is a value of the annotations
 */
record ManifestAnnotator(
    Annotator name,
    long frames,
    List<String> folders,
    String means,
    String unit,
    String shape,
    String type,
    String background) {

  /** Those that any frame has. */
  static List<ManifestAnnotator> of(Tally tally) {
    return tally.annotators().entrySet().stream()
        .map(counted -> of(counted.getKey(), counted.getValue()))
        .toList();
  }

  private static ManifestAnnotator of(Annotator annotator, long frames) {
    return new ManifestAnnotator(
        annotator,
        frames,
        annotator.files().stream().map(LabelFile::folder).distinct().toList(),
        annotator.means(),
        annotator.unit(),
        annotator.shape(),
        annotator.type(),
        annotator.background());
  }
}
