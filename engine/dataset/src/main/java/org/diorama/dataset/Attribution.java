package org.diorama.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.DatasetDescription;

/** {@code ATTRIBUTION}: who made the assets that the images show, under which license. */
final class Attribution {
  static final String PATH = "ATTRIBUTION";

  /** How ids of the engine's own shapes begin. */
  private static final String OWN_SHAPES = "primitive/";

  private Attribution() {}

  /**
   * @param used ids of the assets that the frames use
   */
  static List<RecordedFile> write(
      DatasetFolder folder, DatasetDescription description, Set<String> used) throws IOException {
    StringBuilder text = new StringBuilder();
    for (AssetCredit asset : description.assets()) {
      if (!used.contains(asset.id()) || asset.id().startsWith(OWN_SHAPES)) {
        continue;
      }
      if (asset.license().isEmpty()) {
        text.append(asset.id()).append(": a file of the scene's author, license not stated\n");
      } else {
        text.append(asset.id())
            .append(": ")
            .append(asset.license())
            .append(asset.attribution().isEmpty() ? "" : ", ")
            .append(asset.attribution())
            .append('\n');
      }
    }
    if (text.isEmpty()) {
      text.append("The images show shapes of the engine's own only; nobody is to be named.\n");
    }
    return List.of(folder.write(PATH, text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
