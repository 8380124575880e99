package org.diorama.core.scene;

/**
 * A file that an annotator gives each image.
 *
 * @param folder relative to the dataset, without a slash at its end
 */
public record LabelFile(String folder, Form form) {
  /** What the file is. */
  public enum Form {
    PNG(".png"),
    /** Its ending is the author's choice. */
    FLOATS(""),
    PLY(".ply"),
    NPZ(".npz");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    /** The end of the file's name with its dot. */
    public String extension(FloatFiles floats) {
      return this == FLOATS ? floats.extension() : extension;
    }
  }

  /** How its path looks, for people. */
  public String example() {
    return folder
        + "/00000012"
        + (form == Form.FLOATS
            ? FloatFiles.NPY.extension() + " or " + FloatFiles.EXR.extension()
            : form.extension(FloatFiles.NPY));
  }

  static LabelFile image(String folder) {
    return new LabelFile(folder, Form.PNG);
  }

  static LabelFile floats(String folder) {
    return new LabelFile(folder, Form.FLOATS);
  }
}
