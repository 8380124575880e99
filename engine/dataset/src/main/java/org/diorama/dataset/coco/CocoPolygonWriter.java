package org.diorama.dataset.coco;

import java.io.IOException;
import java.util.List;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.DatasetWriter;
import org.diorama.dataset.format.FormatFiles;

/** COCO instances and stuff with masks as polygons, see {@link MaskEncoding#POLYGONS}. */
public final class CocoPolygonWriter implements DatasetWriter {
  @Override
  public String format() {
    return "coco-polygon";
  }

  @Override
  public String mainFile(List<String> splits) {
    return CocoPass.mainFile(format() + "/", splits);
  }

  @Override
  public Pass begin(DatasetDescription description, FormatFiles files) throws IOException {
    return new CocoPass(description, files, format() + "/", MaskEncoding.POLYGONS, false);
  }
}
