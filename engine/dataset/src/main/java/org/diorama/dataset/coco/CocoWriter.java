package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.List;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/** COCO instances and COCO panoptic. Images without objects are listed too. */
public final class CocoWriter implements DatasetWriter {
  /** An entry of {@code categories}. */
  private record InstanceCategory(int id, String name, String supercategory) {}

  /** An entry of panoptic {@code categories}. */
  private record PanopticCategory(int id, String name, String supercategory, int isthing) {}

  @Override
  public String format() {
    return "coco";
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    List<InstanceCategory> categories =
        description.categories().stream()
            .map(c -> new InstanceCategory(c.id(), c.name(), c.supercategory()))
            .toList();
    List<PanopticCategory> panopticCategories =
        description.categories().stream()
            .map(c -> new PanopticCategory(c.id(), c.name(), c.supercategory(), 1))
            .toList();
    CocoFile instances = new CocoFile(files, "instances", description, categories);
    CocoFile panoptic = new CocoFile(files, "panoptic", description, panopticCategories);
    return new Pass() {
      @Override
      public void add(FrameRecord record) throws IOException {
        SampledFrame frame = record.frame();
        for (int i = 0; i < record.views().size(); i++) {
          ViewLabels view = record.views().get(i);
          CocoImage image =
              CocoImage.of(
                  CocoIds.image(record.number(), i, description.cameras().size()),
                  files.layout().fileName(record.number(), view.camera(), ".png"),
                  record.number(),
                  frame.cameras().get(i));
          instances.image(image);
          panoptic.image(image);
          for (InstanceLabel label : view.instances()) {
            if (label.isAnnotated()) {
              instances.annotation(CocoAnnotation.of(image, label));
            }
          }
          panoptic.annotation(PanopticAnnotation.of(image, view));
        }
      }

      @Override
      public void end() throws IOException {
        instances.end();
        panoptic.end();
      }
    };
  }
}
