package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.Sha256;
import org.diorama.dataset.files.StagedFile;
import org.diorama.dataset.format.DatasetDescription;
import org.diorama.dataset.json.JsonArray;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.FrameRecords;

/** Frames side by side: the manifest lists every file of every frame. */
final class FlatFrames implements FrameFiles {
  private static final int SETTLED_TOGETHER = 4096;

  private final DatasetFolder folder;
  private final DatasetDescription description;
  private final FrameSet committed;
  private final StagedFile list;
  private final List<RecordedFile> unsettled = new ArrayList<>();
  private List<RecordedFile> annotations = List.of();
  private Tally tally = Tally.NONE;

  FlatFrames(DatasetFolder folder, DatasetDescription description) throws IOException {
    this.folder = folder;
    this.description = description;
    this.committed = RecordScan.numbers(folder.resolve("records"));
    this.list = folder.stage("scratch");
  }

  @Override
  public FrameSet committed() {
    return committed;
  }

  @Override
  public void finish() throws IOException {
    JsonArray files = new JsonArray(list);
    try (AnnotationPass pass =
        new AnnotationPass(folder, Layout.FLAT, description, OptionalLong.empty())) {
      for (PrimitiveIterator.OfLong frames = committed.iterator(); frames.hasNext(); ) {
        long frame = frames.nextLong();
        String path = Layout.FLAT.record(frame);
        Path file = folder.resolve(path);
        byte[] bytes = Files.readAllBytes(file);
        FrameRecord record = FrameRecords.decode(bytes, file.toString());
        requireSound(frame, record);
        unsettled.addAll(record.files());
        unsettled.addAll(pass.add(record));
        unsettled.add(new RecordedFile(path, bytes.length, Sha256.of(bytes)));
        if (unsettled.size() >= SETTLED_TOGETHER) {
          settle(files);
        }
      }
      annotations = pass.end();
      tally = pass.tally();
    }
    settle(files);
    list.end();
  }

  private void settle(JsonArray files) throws IOException {
    folder.settle(unsettled);
    for (RecordedFile file : unsettled) {
      files.add(file);
    }
    unsettled.clear();
  }

  private void requireSound(long frame, FrameRecord record) throws IOException {
    Optional<String> fault = RecordScan.fault(folder, frame, record);
    if (fault.isPresent()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          folder.root()
              + ": frame "
              + frame
              + " is damaged: "
              + fault.get()
              + "; run the same render command again");
    }
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public List<RecordedFile> datasetFiles() {
    return annotations;
  }

  @Override
  public String listKey() {
    return "frame_files";
  }

  @Override
  public void copyList(OutputStream out) throws IOException {
    list.copyTo(out);
  }

  @Override
  public void close() throws IOException {
    list.close();
  }
}
