package org.diorama.dataset.foreign;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** COCO's kinds of annotation files; the first one that a dataset has decides its images. */
enum AnnotationKind {
  INSTANCES,
  /** A mask for each category of an image. */
  STUFF,
  /** Instances with named points; COCO's own files are called {@code person_keypoints_PART}. */
  KEYPOINTS,
  /** Segments of an image of ids; no masks of their own. */
  PANOPTIC;

  /** As files begin. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Several, for people. */
  static String texts(Collection<AnnotationKind> kinds) {
    return kinds.stream().map(AnnotationKind::text).collect(Collectors.joining(", "));
  }

  /** Names of files, or of folders in their place; the first group is the part. */
  Pattern names() {
    return Pattern.compile(
        (this == KEYPOINTS ? "(?:person_)?" : "") + text() + "(?:_([\\w-]+))?(?:\\.json)?");
  }
}
