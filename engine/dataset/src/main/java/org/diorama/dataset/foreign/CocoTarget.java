package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diorama.dataset.coco.CocoFile;
import org.diorama.dataset.coco.MaskEncoding;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * COCO, with masks in one of its forms. Every other key of an entry stays as it is, but for names
 * of images that several parts have: the later ones go into a folder of the part's name.
 */
final class CocoTarget implements ForeignTarget {
  private final NewDataset dataset;
  private final CocoFile.Info info;
  private final String prefix;
  private final MaskEncoding encoding;
  private String part;
  private CocoFile file;

  /**
   * @param prefix of the files' names below {@code annotations/}
   */
  CocoTarget(NewDataset dataset, CocoFile.Info info, String prefix, MaskEncoding encoding) {
    this.dataset = dataset;
    this.info = info;
    this.prefix = prefix;
    this.encoding = encoding;
  }

  @Override
  public void begin(String newPart, List<ForeignSource.Category> categories) throws IOException {
    part = newPart;
    String name = prefix + "instances" + (part.isEmpty() ? "" : "_" + part);
    List<ObjectNode> entries = categories.stream().map(ForeignSource.Category::entry).toList();
    file = new CocoFile(dataset.files(), name, info, entries);
  }

  @Override
  public void image(ObjectNode entry, Path image) throws IOException {
    String name = entry.get("file_name").asString();
    if (!dataset.place(image, "images/" + name)) {
      String apart = part.isEmpty() ? name : part + "/" + name;
      dataset.place(image, "images/" + apart);
      entry.put("file_name", apart);
    }
    file.image(entry);
  }

  @Override
  public void annotation(MaskedAnnotation annotation) throws IOException {
    ObjectNode entry = annotation.entry();
    if (annotation.mask().isPresent()) {
      String text = annotation.mask().get().text();
      Object segmentation =
          encoding.encode(annotation.width(), annotation.height(), text, annotation.crowd());
      entry.set("segmentation", StrictJson.instance().valueToTree(segmentation));
    }
    file.annotation(entry);
  }

  @Override
  public void end() throws IOException {
    file.end();
  }

  @Override
  public void finish(List<String> parts, List<ForeignSource.Category> categories) {
    // Each part's file says all.
  }

  @Override
  public List<String> losses() {
    return List.of();
  }
}
