package org.diorama.dataset.verify.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which split a COCO file is of, as names of files and folders have it. */
public final class CocoSplit {
  private static final String TRAIN = "train";
  private static final String VALIDATION = "val";
  private static final String TEST = "test";

  /** The order in which data sees use: what is trained on comes first. */
  private static final List<String> ORDER = List.of(TRAIN, VALIDATION, TEST);

  /** {@code instances_train2017}, {@code lvis_v1_val}, {@code test-dev}, {@code valid/}. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![a-z])(?:(train|training)|(val|valid|validation|dev|eval)|(test|testing))(?![a-z])");

  /** COCO's kinds of files, whose parts may have names of their own. */
  private static final Pattern KIND =
      Pattern.compile("(?:instances|stuff|(?:person_)?keypoints|panoptic|captions)_(.+)");

  private CocoSplit() {}

  /** Absent where neither the file's name nor, after that, its folder's tells. */
  public static Optional<String> of(Path file) {
    String name = stem(file);
    Matcher kind = KIND.matcher(name);
    return word(name)
        .or(() -> kind.matches() ? Optional.of(kind.group(1)) : Optional.empty())
        .or(() -> word(file.toAbsolutePath().getParent().getFileName().toString()));
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.json$", "").toLowerCase(Locale.ROOT);
  }

  /** The first word that names a split: of {@code test-dev} the test. */
  private static Optional<String> word(String name) {
    Matcher word = WORD.matcher(name.toLowerCase(Locale.ROOT));
    return word.find()
        ? Optional.of(word.group(1) != null ? TRAIN : word.group(2) != null ? VALIDATION : TEST)
        : Optional.empty();
  }

  /** Where a split stands among others; those of other names come last. */
  public static int rank(String split) {
    int place = ORDER.indexOf(split);
    return place < 0 ? ORDER.size() : place;
  }
}
