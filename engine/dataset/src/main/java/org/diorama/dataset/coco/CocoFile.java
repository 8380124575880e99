package org.diorama.dataset.coco;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.format.ScratchFile;
import org.diorama.dataset.json.JsonArray;
import org.diorama.dataset.json.StrictJson;

/** One COCO file; its annotations wait in a scratch file until all images are written. */
public final class CocoFile {
  /** COCO's {@code info}; no date, which would vary from run to run. */
  public record Info(String description, String version) {}

  private final OutputStream out;
  private final ScratchFile scratch;
  private final JsonArray images;
  private final JsonArray annotations;
  private final List<?> categories;

  CocoFile(FormatFiles files, String name, DatasetDescription description, List<?> categories)
      throws IOException {
    this(
        files,
        name,
        new Info(description.scene(), "diorama " + description.engineVersion()),
        List.of(),
        categories);
  }

  /**
   * @param name see {@link FormatFiles#annotation}
   * @param info COCO's, any object
   * @param licenses the entries of COCO's list; likewise {@code categories}
   */
  public CocoFile(FormatFiles files, String name, Object info, List<?> licenses, List<?> categories)
      throws IOException {
    this.out = files.create(files.annotation(name));
    this.scratch = files.scratch();
    this.categories = categories;
    text("{\"info\":" + json(info) + ",\n\"licenses\":" + json(licenses) + ",\n\"images\":[");
    images = new JsonArray(out);
    annotations = new JsonArray(scratch.output());
  }

  public void image(Object image) throws IOException {
    images.add(image);
  }

  public void annotation(Object annotation) throws IOException {
    annotations.add(annotation);
  }

  public void end() throws IOException {
    text("\n],\n\"annotations\":[");
    scratch.copyTo(out);
    text("\n],\n\"categories\":" + json(categories) + "}\n");
  }

  private static String json(Object value) {
    return StrictJson.instance().writeValueAsString(value);
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
