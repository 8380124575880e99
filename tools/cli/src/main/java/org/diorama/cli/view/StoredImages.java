package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.scene.Category;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.StuffLabel;
import org.diorama.dataset.record.ViewLabels;

/** Labelled images from the files of a dataset. */
final class StoredImages {
  private final StoredDataset dataset;

  StoredImages(StoredDataset dataset) {
    this.dataset = dataset;
  }

  /** One image for each camera of a committed frame. */
  List<LabelledImage> of(long frame) {
    FrameRecord record = dataset.record(frame);
    Map<Integer, String> names =
        record.frame().categories().stream()
            .collect(Collectors.toMap(Category::id, Category::name));
    Map<Integer, Skeleton> skeletons =
        dataset.description().keypoints().stream()
            .collect(Collectors.toMap(CategorySkeleton::categoryId, CategorySkeleton::skeleton));
    StoredPictures pictures = new StoredPictures(dataset);
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < record.views().size(); i++) {
      ViewLabels view = record.views().get(i);
      ExtraMarks marks =
          new ExtraMarks(record.frame().cameras().get(i).pinhole(), skeletons, view.instances());
      images.add(
          new LabelledImage(
              Sources.of(record.frame(), view.camera()),
              color(read(Kind.IMAGE, record, view.camera())),
              List.of(samples(read(Kind.INSTANCE, record, view.camera()))),
              depths(read(Kind.DEPTH, record, view.camera()), record.frame().labels().depthScale()),
              view.instances().stream()
                  .filter(InstanceLabel::isAnnotated)
                  .map(label -> box(label, names.get(label.categoryId())))
                  .toList(),
              view.stuff().stream()
                  .map(label -> stuff(label, names.get(label.categoryId()), marks))
                  .toList(),
              view.instances().stream()
                  .filter(InstanceLabel::isAnnotated)
                  .flatMap(label -> marks.of(label).stream())
                  .toList(),
              pictures.of(record, i)));
    }
    return images;
  }

  private static LabelledImage.Stuff stuff(StuffLabel label, String name, ExtraMarks marks) {
    return new LabelledImage.Stuff(label.categoryId(), name, marks.outlines(label.rle()));
  }

  private BufferedImage read(Kind kind, FrameRecord record, String camera) {
    return StoredPictures.image(dataset.file(kind, record, camera));
  }

  static BufferedImage color(BufferedImage image) {
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    rgb.createGraphics().drawImage(image, 0, 0, null);
    return rgb;
  }

  static int[] samples(BufferedImage image) {
    Raster raster = image.getRaster();
    return raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
  }

  /**
   * @param scale millimeters a step
   */
  static float[] depths(BufferedImage image, double scale) {
    int[] steps = samples(image);
    float[] depths = new float[steps.length];
    for (int i = 0; i < steps.length; i++) {
      depths[i] = (float) (steps[i] * scale / 1000);
    }
    return depths;
  }

  private static LabelledImage.Box box(InstanceLabel label, String name) {
    return LabelledImage.Box.of(
            label.instanceId(),
            name,
            label.visibleFraction(),
            label.bbox().left(),
            label.bbox().top(),
            label.bbox().width(),
            label.bbox().height())
        .withCrowd(label.verdict() == LabelVerdict.CROWD);
  }
}
