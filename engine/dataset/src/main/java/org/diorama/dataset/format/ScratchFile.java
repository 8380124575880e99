package org.diorama.dataset.format;

import java.io.IOException;
import java.io.OutputStream;
import org.diorama.dataset.files.StagedFile;

/** Written once, then copied elsewhere: room for what does not fit into memory. */
public final class ScratchFile {
  private final StagedFile file;

  ScratchFile(StagedFile file) {
    this.file = file;
  }

  public OutputStream output() {
    return file;
  }

  /** Ends the writing and copies everything. */
  public void copyTo(OutputStream out) throws IOException {
    file.end();
    file.copyTo(out);
  }

  void close() throws IOException {
    file.close();
  }
}
