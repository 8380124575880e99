package org.diorama.dataset.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.files.StagedFile;
import org.diorama.dataset.layout.Layout;

/**
 * The files that a {@link DatasetWriter} makes. They appear together when it is done, except for
 * those of single frames.
 */
public final class FormatFiles {
  private final DatasetFolder folder;
  private final Layout layout;
  private final OptionalLong block;
  private final List<StagedFile> staged = new ArrayList<>();
  private final List<ScratchFile> scratch = new ArrayList<>();
  private final List<RecordedFile> ofFrame = new ArrayList<>();

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

  /**
   * Writes a small file that belongs to the frame at hand. It is in place at once: what a dataset
   * holds counts only when it is finished.
   */
  public void writeForFrame(String path, byte[] content) throws IOException {
    ofFrame.add(folder.write(path, content));
  }

  /** Gives a file of the frame at hand a second name, see {@link DatasetFolder#link}. */
  public void linkForFrame(RecordedFile file, String path) throws IOException {
    ofFrame.add(folder.link(file, path));
  }

  /** Whether frames have files in a folder. */
  public boolean holds(String path) {
    return Files.isDirectory(folder.resolve(path));
  }

  /** Files of the frame at hand, which ends with this. */
  public List<RecordedFile> takeFrameFiles() {
    List<RecordedFile> files = List.copyOf(ofFrame);
    ofFrame.clear();
    return files;
  }

  /**
   * Removes what earlier passes left of a folder with files of frames: all of it, or the part of
   * the block.
   */
  public void clear(String path) throws IOException {
    folder.deleteTree(block.isPresent() ? path + "/" + Layout.blockName(block.getAsLong()) : path);
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
