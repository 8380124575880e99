package org.diorama.dataset.foreign;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.json.StrictJson;

/**
 * Sizes and SHA-256 of the images that other makers' datasets brought, of which nothing else is
 * kept to hold them against: {@code files.jsonl}, one a line.
 */
final class MergedHashes {
  static final String PATH = "files.jsonl";

  private MergedHashes() {}

  /**
   * Writes them.
   *
   * @param sources whose images are all placed
   * @return what is to be said of the list itself
   */
  static RecordedFile write(NewDataset dataset, List<MergeSource> sources) throws IOException {
    try (OutputStream out = new BufferedOutputStream(dataset.create(PATH))) {
      for (MergeSource source : sources) {
        if (!source.isKept()) {
          for (String folder : List.of("images/", "annotations/panoptic/")) {
            String place = folder + source.name();
            for (Path file : DatasetFolder.filesBelow(dataset.resolve(place))) {
              String name = dataset.resolve(place).relativize(file).toString();
              out.write(StrictJson.line(of(place + "/" + name.replace('\\', '/'), file)));
            }
          }
        }
      }
    }
    return of(PATH, dataset.resolve(PATH));
  }

  private static RecordedFile of(String path, Path file) throws IOException {
    return new RecordedFile(path, Files.size(file), Sha256.of(file));
  }
}
