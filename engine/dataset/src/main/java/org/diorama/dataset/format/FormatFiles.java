package org.diorama.dataset.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.StagedFile;
import org.diorama.dataset.layout.Layout;

/** The files that a {@link DatasetWriter} makes; they appear together when it is done. */
public final class FormatFiles {
  private final DatasetFolder folder;
  private final Layout layout;
  private final OptionalLong block;
  private final List<StagedFile> staged = new ArrayList<>();
  private final List<ScratchFile> scratch = new ArrayList<>();

  public FormatFiles(DatasetFolder folder, Layout layout, OptionalLong block) {
    this.folder = folder;
    this.layout = layout;
    this.block = block;
  }

  public Layout layout() {
    return layout;
  }

  /**
   * Path of an annotation file: {@code annotations/NAME.json}, of a block {@code NAME/00012.json}.
   */
  public String annotation(String name) {
    return "annotations/"
        + name
        + (block.isPresent() ? "/" + Layout.blockName(block.getAsLong()) : "")
        + ".json";
  }

  /**
   * Starts a file; the caller need not close it.
   *
   * @param path relative to the dataset, with slashes
   */
  public OutputStream create(String path) throws IOException {
    StagedFile file = folder.stage(path);
    staged.add(file);
    return file;
  }

  /** Starts a file that is gone when the writer is done. */
  public ScratchFile scratch() throws IOException {
    ScratchFile file = new ScratchFile(folder.stage("scratch"));
    scratch.add(file);
    return file;
  }

  /** Ends the files and moves them into place. */
  public List<RecordedFile> publish() throws IOException {
    List<RecordedFile> files = new ArrayList<>();
    for (StagedFile file : staged) {
      files.add(file.end());
    }
    for (StagedFile file : staged) {
      folder.publish(file);
    }
    return files;
  }

  /** Removes what was not published. */
  public void discard() throws IOException {
    for (ScratchFile file : scratch) {
      file.close();
    }
    for (StagedFile file : staged) {
      file.close();
    }
  }
}
