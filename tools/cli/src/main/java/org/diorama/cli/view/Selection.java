package org.diorama.cli.view;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.layout.FrameSet;

/**
 * What of some sources is shown.
 *
 * @param sources their images of one name stand side by side
 * @param labels which annotations
 * @param frames which frames
 * @param overlays which marks pictures show; pages have them all
 * @param tell takes lines for people
 */
record Selection(
    List<ImageSource> sources,
    LabelFilter labels,
    FilterOptions frames,
    Set<Mark.Layer> overlays,
    Consumer<String> tell) {
  /** An image and the dataset or scene it is of. */
  record Shown(String source, LabelledImage image) {}

  /** The images of one frame number, the first source's first; none where it is filtered out. */
  private List<Shown> of(long frame) {
    List<Shown> shown = new ArrayList<>();
    for (ImageSource source : sources) {
      long[] own = source == sources.get(0) ? new long[] {frame} : counterparts(source, frame);
      for (long each : own) {
        for (LabelledImage image : source.images(each)) {
          if (frames.accepts(image.source())) {
            shown.add(new Shown(source.name(), image.with(labels)));
          }
        }
      }
    }
    return shown;
  }

  /** The frames of a source that have images of the same names as one of the first source's. */
  private long[] counterparts(ImageSource source, long frame) {
    LongStream.Builder found = LongStream.builder();
    for (String file : sources.get(0).files(frame)) {
      source
          .frameOf(file)
          .ifPresentOrElse(
              found, () -> tell.accept(source.name() + " has no image that is called " + file));
    }
    return found.build().distinct().toArray();
  }

  /** Writes a page, frame by frame. */
  int page(FrameSet wanted, OutputStream out) throws IOException {
    InspectorPage page = new InspectorPage(out);
    int images = 0;
    for (long i = 0; i < wanted.size(); i++) {
      List<Shown> shown = of(wanted.at(i));
      if (!shown.isEmpty()) {
        page.frame(shown);
      }
      images += shown.size();
    }
    page.end();
    require(images);
    return images;
  }

  /** All images, for a picture. */
  List<LabelledImage> images(FrameSet wanted) {
    List<LabelledImage> images = new ArrayList<>();
    Set<Mark.Layer> missing = EnumSet.noneOf(Mark.Layer.class);
    missing.addAll(overlays);
    for (long i = 0; i < wanted.size(); i++) {
      for (Shown shown : of(wanted.at(i))) {
        LabelledImage image = shown.image().with(overlays);
        image.marks().forEach(mark -> missing.remove(mark.layer()));
        if (!image.stuff().isEmpty()) {
          missing.remove(Mark.Layer.STUFF);
        }
        images.add(image);
      }
    }
    require(images.size());
    missing.forEach(layer -> tell.accept("--overlays: no image that is shown has " + layer.text()));
    return images;
  }

  private static void require(int images) {
    if (images == 0) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "no frame is left to show");
    }
  }
}
