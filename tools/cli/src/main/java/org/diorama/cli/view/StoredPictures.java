package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.ViewLabels;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.FloatReader;
import org.diorama.dataset.verify.read.PlyReader;
import org.diorama.dataset.verify.read.PointCloud;

/** The images that annotators have in a dataset, as an eye can read them. */
final class StoredPictures {
  private final StoredDataset dataset;
  private final PictureNames names = new PictureNames();

  StoredPictures(StoredDataset dataset) {
    this.dataset = dataset;
  }

  /** By the names of folders; those of color, depth and instances stand elsewhere. */
  Map<String, Picture> of(FrameRecord record, int camera) {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    for (Kind kind : Kind.of(record.annotators())) {
      picture(kind, record, camera).ifPresent(picture -> pictures.put(name(kind), picture));
    }
    return pictures;
  }

  private static String name(Kind kind) {
    return kind == Kind.POINTS_PLY ? kind.folder() : kind.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Picture> picture(Kind kind, FrameRecord record, int camera) {
    PinholeCamera pinhole = record.frame().cameras().get(camera).pinhole();
    int width = pinhole.width();
    Path file = dataset.file(kind, record, record.frame().cameras().get(camera).name());
    return switch (kind) {
      case SEMANTIC ->
          Optional.of(
              PlaneColors.ofIds(
                  StoredImages.samples(image(file)), width, names.categories(record)));
      case PARTS ->
          Optional.of(
              names.parts(
                  record,
                  StoredImages.samples(image(file)),
                  StoredImages.samples(
                      image(
                          dataset.file(
                              Kind.INSTANCE, record, record.frame().cameras().get(camera).name()))),
                  width));
      case PANOPTIC -> {
        ViewLabels view = record.views().get(camera);
        yield Optional.of(names.panoptic(record, view, image(file)));
      }
      case FLOW_STATE, FLOW_BACKWARD_STATE ->
          Optional.of(
              PlaneColors.ofIds(StoredImages.samples(image(file)), width, PictureNames::flowState));
      case DISTANCE ->
          Optional.of(
              DepthColors.of(
                  StoredImages.depths(image(file), record.frame().labels().depthScale()),
                  width,
                  "m"));
      case DEPTH_FLOAT, DISTANCE_FLOAT ->
          Optional.of(DepthColors.of(floats(kind, file, pinhole), width, "m"));
      // Cameras of no rectified pair have none.
      case DISPARITY ->
          Files.exists(file)
              ? Optional.of(DepthColors.ofDisparity(floats(kind, file, pinhole), width))
              : Optional.empty();
      case NORMALS, NORMALS_WORLD ->
          Optional.of(PlaneColors.ofUnitVectors(floats(kind, file, pinhole), width));
      case FLOW, FLOW_BACKWARD -> Optional.of(FlowColors.of(floats(kind, file, pinhole), width));
      case ALBEDO, NOCS ->
          Optional.of(new Picture(StoredImages.color(image(file)), Optional.empty()));
      // The other form of files has the same points.
      case POINTS_PLY ->
          Optional.of(CloudPicture.of(points(file, pinhole), width, pinhole.height()));
      case IMAGE, DEPTH, INSTANCE, POINTS_NPZ -> Optional.empty();
    };
  }

  private static PointCloud points(Path file, PinholeCamera pinhole) {
    try {
      return PlyReader.read(Files.readAllBytes(file), pinhole.width() * pinhole.height());
    } catch (FaultyFile | IOException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
  }

  private static float[] floats(Kind kind, Path file, PinholeCamera pinhole) {
    try {
      return FloatReader.read(
              Files.readAllBytes(file), pinhole.width(), pinhole.height(), kind.channels())
          .values();
    } catch (FaultyFile | IOException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @throws DioramaException BAD_INPUT where there is no image
   */
  static BufferedImage image(Path file) {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
    if (image == null) {
      throw new DioramaException(ExitStatus.BAD_INPUT, file + ": not an image");
    }
    return image;
  }
}
