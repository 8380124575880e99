package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.ExifOrientation;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngReader;
import tools.jackson.databind.JsonNode;

/** One image of COCO files with all that they say of it, and what of that cannot be shown. */
final class CocoImage {
  private static final int MOST_PROBLEMS = 5;

  /** Beyond any image, as for {@code verify}. */
  private static final int LARGEST = 1 << 15;

  private final long number;
  private final List<CocoIndex.Entry> entries;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param entries where files list it; at least one
   */
  CocoImage(long number, List<CocoIndex.Entry> entries) {
    this.number = number;
    this.entries = entries;
  }

  /** Lines for people, once it is read. */
  List<String> problems() {
    int more = problems.size() - MOST_PROBLEMS;
    List<String> lines =
        new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    if (more > 0) {
      lines.add("and " + more + " more: tools/diorama verify names them all");
    }
    return lines;
  }

  /**
   * Reads it.
   *
   * @param merged what lies beside the images of a merged dataset
   * @return absent where nobody says how large it is
   */
  Optional<LabelledImage> labelled(MergedPictures merged) throws IOException, FaultyFile {
    JsonNode entry = entries.get(0).json();
    String name = CocoFolders.fileName(entry);
    Optional<BufferedImage> picture = picture(name);
    int width = entry.path("width").asInt(0);
    int height = entry.path("height").asInt(0);
    if (width <= 0 || height <= 0 || width > LARGEST || height > LARGEST) {
      problems.add("its entry says no size");
      width = picture.map(BufferedImage::getWidth).orElse(0);
      height = picture.map(BufferedImage::getHeight).orElse(0);
    }
    if (width == 0) {
      return Optional.empty();
    }
    BufferedImage color = canvas(picture, width, height);
    CocoLabels labels = new CocoLabels(width, height, problems);
    Map<String, Picture> pictures = new LinkedHashMap<>(merged.pictures(entry, name));
    for (CocoIndex.Entry listed : entries) {
      CocoFile coco = listed.file().coco();
      for (int i : coco.annotationsOf(listed.id())) {
        JsonNode annotation = coco.annotation(i);
        if (annotation.has("segments_info")) {
          segments(listed.file(), annotation, width, height)
              .ifPresent(segments -> pictures.put("panoptic", segments));
        } else {
          labels.add(listed.file(), annotation);
        }
      }
    }
    return Optional.of(
        new LabelledImage(
            new LabelledImage.Source(number, "image " + number + " " + name, factors(entry)),
            color,
            labels.planes(),
            merged.depths(entry, name, width * height),
            labels.boxes(),
            labels.stuff(),
            labels.marks(),
            pictures));
  }

  /** Whether any annotation is shown; segments of panoptic files have no visible fraction. */
  static boolean shows(List<CocoIndex.Entry> entries, LabelFilter filter)
      throws IOException, FaultyFile {
    for (CocoIndex.Entry listed : entries) {
      for (int i : listed.file().coco().annotationsOf(listed.id())) {
        JsonNode annotation = listed.file().coco().annotation(i);
        JsonNode segments = annotation.path("segments_info");
        for (JsonNode each : segments.isArray() ? segments : List.of(annotation)) {
          if (filter.accepts(
              CocoLabels.category(listed.file(), each).name(), CocoLabels.visibleFraction(each))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The levels that an entry of ours has, by factor. */
  static Map<String, String> factors(JsonNode entry) {
    Map<String, String> factors = new LinkedHashMap<>();
    entry
        .at("/diorama/factors")
        .propertyStream()
        .forEach(factor -> factors.put(factor.getKey(), factor.getValue().asString()));
    return factors;
  }

  /** As it is stored: labels of images that Exif turns may be either way. */
  private Optional<BufferedImage> picture(String name) {
    CocoFolders folders = entries.get(0).file().folders();
    if (folders.areUnknown()) {
      problems.add("no folder of images is known, give --images; its labels are on black");
      return Optional.empty();
    }
    if (!CocoFolders.isInside(name)) {
      problems.add("'" + name + "' leads out of the folder of images; its labels are on black");
      return Optional.empty();
    }
    Path file = folders.image(name);
    try {
      BufferedImage image = Files.isRegularFile(file) ? ImageIO.read(file.toFile()) : null;
      if (image == null) {
        problems.add(file + " is not there, or no image that Java reads; its labels are on black");
      } else if (ExifOrientation.of(file) != ExifOrientation.UPRIGHT) {
        problems.add(file + " is turned by its Exif, and shown as it is stored");
      }
      return Optional.ofNullable(image);
    } catch (IOException | RuntimeException e) {
      problems.add(file + " cannot be read (" + e.getMessage() + "); its labels are on black");
      return Optional.empty();
    }
  }

  /** Pixels keep their places where the file has another size than the entry. */
  private BufferedImage canvas(Optional<BufferedImage> picture, int width, int height) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    if (picture.isPresent()) {
      BufferedImage read = picture.get();
      if (read.getWidth() != width || read.getHeight() != height) {
        problems.add(
            "its file is %d x %d, its entry %d x %d: shown pixel by pixel from the top left"
                .formatted(read.getWidth(), read.getHeight(), width, height));
      }
      canvas.createGraphics().drawImage(read, 0, 0, null);
    }
    return canvas;
  }

  private Optional<Picture> segments(
      CocoIndex.Opened file, JsonNode annotation, int width, int height) throws IOException {
    Optional<Path> image =
        CocoFolders.ofSegments(file.path())
            .filter(folder -> CocoFolders.isInside(annotation.path("file_name").asString("")))
            .map(folder -> folder.resolve(annotation.path("file_name").asString("")))
            .filter(Files::isRegularFile);
    if (image.isEmpty()) {
      problems.add("the image of its panoptic segments is not there");
      return Optional.empty();
    }
    try {
      int[] ids = PngReader.read(Files.readAllBytes(image.get()), width, height).colorIds();
      Map<Integer, String> names = new LinkedHashMap<>();
      for (JsonNode segment : annotation.path("segments_info")) {
        names.put(segment.path("id").asInt(-1), CocoLabels.category(file, segment).name());
      }
      return Optional.of(PlaneColors.ofIds(ids, width, id -> Optional.ofNullable(names.get(id))));
    } catch (FaultyFile e) {
      problems.add(image.get().getFileName() + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
