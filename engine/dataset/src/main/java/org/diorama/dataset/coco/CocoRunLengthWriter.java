package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.List;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;

/**
 * COCO instances and stuff with masks as run lengths in numbers, see {@link MaskEncoding#COUNTS}.
 */
public final class CocoRunLengthWriter implements DatasetWriter {
  @Override
  public String format() {
    return "coco-rle";
  }

  @Override
  public String mainFile(List<String> splits) {
    return CocoPass.mainFile(format() + "/", splits);
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    return new CocoPass(description, files, format() + "/", MaskEncoding.COUNTS, false);
  }
}
