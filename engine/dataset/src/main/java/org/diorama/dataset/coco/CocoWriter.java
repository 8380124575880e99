package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.List;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;

/** COCO instances, stuff and panoptic. Images without objects are listed too. */
public final class CocoWriter implements DatasetWriter {
  @Override
  public String format() {
    return "coco";
  }

  @Override
  public String mainFile(List<String> splits) {
    return CocoPass.mainFile("", splits);
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    return new CocoPass(description, files, "", MaskEncoding.COMPRESSED, true);
  }
}
