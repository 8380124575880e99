package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.FloatImage;
import org.diorama.dataset.verify.read.FloatReader;
import org.diorama.dataset.verify.read.PngImage;
import org.diorama.dataset.verify.read.PngReader;
import org.diorama.dataset.verify.read.PointCloud;
import org.diorama.dataset.verify.read.PresentFile;

/** Files of annotators, which a dataset may have or not. */
final class AnnotatorFiles {
  private static final String PNG = ".png";

  private final Path root;
  private final ViewEvidence view;
  private final CheckReport report;

  /**
   * @param report hears of files that cannot be read
   */
  AnnotatorFiles(Path root, ViewEvidence view, CheckReport report) {
    this.root = root;
    this.view = view;
    this.report = report;
  }

  /**
   * An image of whole numbers in a folder; absent where there is none, or a damaged one.
   *
   * @param channels of a pixel, without an alpha; likewise the bits of each
   */
  Optional<PngImage> whole(String folder, int channels, int bits) {
    return read(
        folder + "/" + view.fileName(),
        bytes -> {
          PngImage image = PngReader.read(bytes, width(), height());
          image.requireForm(channels, bits);
          return image;
        });
  }

  /**
   * Points in a folder, by the ending of the file; absent where there are none, or damaged ones.
   */
  Optional<PointCloud> points(String folder, String ending, PointCloud.Reader reader) {
    return read(folder + "/" + stem() + ending, bytes -> reader.read(bytes, width() * height()));
  }

  /**
   * Planar depths as floats; absent where there are none, or damaged ones, which is told elsewhere.
   */
  static Optional<FloatImage> depths(Path root, ViewEvidence view) {
    CheckReport none = new CheckReport("", view.frame(), new Findings(), new Examined());
    return new AnnotatorFiles(root, view, none).floats("depth_float", "Z");
  }

  /**
   * An image of floating point numbers; absent where there is none, or a damaged one.
   *
   * @param channels names of its channels in an EXR file
   */
  Optional<FloatImage> floats(String folder, String... channels) {
    String name = stem();
    Decoder<FloatImage> decoder =
        bytes -> FloatReader.read(bytes, width(), height(), List.of(channels));
    Optional<FloatImage> array = read(folder + "/" + name + ".npy", decoder);
    return array.isPresent() ? array : read(folder + "/" + name + ".exr", decoder);
  }

  private String stem() {
    return view.fileName().substring(0, view.fileName().length() - PNG.length());
  }

  private int width() {
    return view.camera().width();
  }

  private int height() {
    return view.camera().height();
  }

  /** Decodes a file. */
  private interface Decoder<T> {
    T decode(byte[] bytes) throws FaultyFile;
  }

  private <T> Optional<T> read(String path, Decoder<T> decoder) {
    try {
      return Optional.of(decoder.decode(PresentFile.bytes(root.resolve(path))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FaultyFile e) {
      report.findImage(e.fault(), path, view.imageId(), e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The file that the folder has of this view: floats are no PNG. */
  private String path(String folder) {
    String stem = folder + "/" + stem();
    return Stream.of(PNG, ".npy", ".exr", ".ply")
        .map(ending -> stem + ending)
        .filter(path -> Files.exists(root.resolve(path)))
        .findFirst()
        .orElse(stem + PNG);
  }

  /** Tells what is wrong with a file as a whole. */
  void find(Fault fault, String folder, String detail) {
    report.findImage(fault, path(folder), view.imageId(), detail);
  }

  /** Tells one wrong pixel of a file. */
  void find(Fault fault, String folder, int pixel, String detail) {
    find(fault, folder, "column %d row %d %s".formatted(pixel % width(), pixel / width(), detail));
  }
}
