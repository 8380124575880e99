package org.diorama.dataset.coco;

import java.io.IOException;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;

/** COCO instances and COCO panoptic. Images without objects are listed too. */
public final class CocoWriter implements DatasetWriter {
  @Override
  public String format() {
    return "coco";
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    return new CocoPass(description, files);
  }
}
