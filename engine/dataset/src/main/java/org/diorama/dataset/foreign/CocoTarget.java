package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.EngineVersion;
import org.diorama.dataset.coco.CocoFile;
import org.diorama.dataset.coco.MaskEncoding;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * COCO, with masks in one of its forms. Every other key of an entry stays as it is, but for names
 * of images that several parts have: the later ones go into a folder of the part's name. Keys that
 * COCO's own code needs are added where they follow from the rest.
 */
final class CocoTarget implements ForeignTarget {
  private final NewDataset dataset;
  private final String from;
  private final String prefix;
  private final MaskEncoding encoding;
  private final MissingKeys missing = new MissingKeys();
  private String part;
  private CocoFile file;

  /**
   * @param from name of what is converted, for files that don't say what they are
   * @param prefix of the names of files with masks, below {@code annotations/}
   */
  CocoTarget(NewDataset dataset, String from, String prefix, MaskEncoding encoding) {
    this.dataset = dataset;
    this.from = from;
    this.prefix = prefix;
    this.encoding = encoding;
  }

  @Override
  public boolean takes(AnnotationKind kind) {
    return true;
  }

  @Override
  public void begin(
      AnnotationKind kind, String newPart, CocoHead head, List<ForeignSource.Category> categories)
      throws IOException {
    part = newPart;
    String name =
        (kind == AnnotationKind.PANOPTIC ? "" : prefix)
            + kind.text()
            + (part.isEmpty() ? "" : "_" + part);
    List<ObjectNode> entries = categories.stream().map(ForeignSource.Category::entry).toList();
    Object info =
        head.info().isPresent()
            ? head.info().get()
            : new CocoFile.Info("converted from " + from, "diorama " + EngineVersion.text());
    List<ObjectNode> licenses = List.copyOf(head.licenses().values());
    file = new CocoFile(dataset.files(), name, info, licenses, entries);
  }

  @Override
  public void image(ForeignEntry entry, Path image) throws IOException {
    place(entry, image, "images/");
    file.image(entry.json());
  }

  private void place(ForeignEntry entry, Path image, String folder) throws IOException {
    String name = entry.text("file_name");
    if (!dataset.place(image, folder + name)) {
      String apart = part.isEmpty() ? name : part + "/" + name;
      if (part.isEmpty() || !dataset.place(image, folder + apart)) {
        throw entry.bad("names '" + name + "', which is another file elsewhere in the dataset");
      }
      entry.json().put("file_name", apart);
    }
  }

  @Override
  public void annotation(MaskedAnnotation annotation) throws IOException {
    ObjectNode entry = annotation.entry().json();
    if (annotation.mask().isPresent()) {
      String text = annotation.mask().get().text();
      Object segmentation =
          encoding.encode(annotation.width(), annotation.height(), text, annotation.crowd());
      entry.set("segmentation", StrictJson.instance().valueToTree(segmentation));
    }
    missing.complete(annotation);
    file.annotation(entry);
  }

  @Override
  public void panoptic(ForeignEntry entry, Path image) throws IOException {
    place(entry, image, "annotations/panoptic/");
    file.annotation(entry.json());
  }

  @Override
  public void end() throws IOException {
    file.end();
  }

  @Override
  public void finish() {
    // Each part's file says all.
  }

  @Override
  public List<String> losses() {
    return missing.lines();
  }
}
