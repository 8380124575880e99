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
  /**
   * An image and the dataset or scene it is of.
   *
   * @param isThere false for a blank in the place of an image that the source lacks
   */
  record Shown(String source, LabelledImage image, boolean isThere) {
    /** An image that is there. */
    static Shown of(String source, LabelledImage image) {
      return new Shown(source, image, true);
    }
  }

  /** What a source has of one frame of the first. */
  private record Side(String source, List<LabelledImage> images, List<String> lacking) {}

  /**
   * The images of one frame number, the first source's first, and blanks in the places of those
   * that one source has and another lacks; none where it is filtered out.
   */
  private List<Shown> of(long frame) {
    List<Side> sides = sources.stream().map(source -> side(source, frame)).toList();
    if (sides.stream().allMatch(side -> side.images().isEmpty())) {
      return List.of();
    }
    LabelledImage like =
        sides.stream().flatMap(side -> side.images().stream()).findFirst().orElseThrow();
    List<Shown> shown = new ArrayList<>();
    for (Side side : sides) {
      side.images().forEach(image -> shown.add(Shown.of(side.source(), image.with(labels))));
      for (String file : side.lacking()) {
        String note = side.source() + " has no image that is called " + file;
        tell.accept(note);
        shown.add(new Shown(side.source(), LabelledImage.blank(like, note), false));
      }
    }
    return shown;
  }

  private Side side(ImageSource source, long frame) {
    boolean isFirst = source == sources.get(0);
    List<String> files = sources.get(0).files(frame);
    LongStream.Builder own = LongStream.builder();
    List<String> lacking = new ArrayList<>();
    if (isFirst && (source.has(frame) || isNowhereElse(files))) {
      own.add(frame);
    } else {
      for (String file : files) {
        source.frameOf(file).ifPresentOrElse(own, () -> lacking.add(file));
      }
    }
    List<LabelledImage> images =
        own.build()
            .distinct()
            .mapToObj(source::images)
            .flatMap(List::stream)
            .filter(image -> frames.accepts(image.source().factors()))
            .toList();
    return new Side(source.name(), images, lacking);
  }

  /** Whether the first source alone can have a frame, or say why it has not. */
  private boolean isNowhereElse(List<String> files) {
    return sources.stream()
        .skip(1)
        .allMatch(other -> files.stream().allMatch(file -> other.frameOf(file).isEmpty()));
  }

  /** Writes a page, frame by frame. */
  int page(FrameSet wanted, OutputStream out) throws IOException {
    InspectorPage page = new InspectorPage(out, sources.get(0).count());
    int images = 0;
    for (long i = 0; i < wanted.size(); i++) {
      List<Shown> shown = of(wanted.at(i));
      if (!shown.isEmpty()) {
        page.frame(shown);
      }
      images += count(shown);
    }
    page.end();
    require(images);
    return images;
  }

  /** All images, for a picture. */
  List<Shown> images(FrameSet wanted) {
    List<Shown> images = new ArrayList<>();
    Set<Mark.Layer> missing = EnumSet.noneOf(Mark.Layer.class);
    missing.addAll(overlays);
    for (long i = 0; i < wanted.size(); i++) {
      for (Shown shown : of(wanted.at(i))) {
        LabelledImage image = shown.image().with(overlays);
        image.marks().forEach(mark -> missing.remove(mark.layer()));
        if (!image.stuff().isEmpty()) {
          missing.remove(Mark.Layer.STUFF);
        }
        images.add(new Shown(shown.source(), image, shown.isThere()));
      }
    }
    require(count(images));
    missing.forEach(layer -> tell.accept("--overlays: no image that is shown has " + layer.text()));
    return images;
  }

  /** How many are there. */
  static int count(List<Shown> images) {
    return (int) images.stream().filter(Shown::isThere).count();
  }

  private static void require(int images) {
    if (images == 0) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "no frame is left to show");
    }
  }
}
