package org.diorama.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.random.FrameKey;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.layout.Kind;
import org.diorama.dataset.layout.Layout;
import org.diorama.dataset.record.FrameRecord;
import org.diorama.dataset.record.InstanceLabel;
import org.diorama.dataset.record.ViewLabels;

/**
 * Writes the annotations of many frames, which are made as they are needed: a program of its own,
 * so that its memory can be limited. Arguments: folder, frames, annotations a frame, formats.
 */
final class ManyAnnotations {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final SyntheticFrames FRAMES =
      new SyntheticFrames(WIDTH, HEIGHT, List.of(""), LabelRules.DEFAULT);

  private ManyAnnotations() {}

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    long frames = Long.parseLong(arguments[1]);
    int instances = Integer.parseInt(arguments[2]);
    List<String> formats = Arrays.asList(arguments).subList(3, arguments.length);
    long start = System.nanoTime();
    try (DatasetFolder folder = DatasetFolder.open(new DiskOperations(), root)) {
      RequestedFormats.begin(folder, new TreeSet<>(formats));
      Path image = Files.writeString(root.resolve("image"), "pixels");
      Files.createDirectories(root.resolve("images"));
      try (AnnotationPass pass =
          new AnnotationPass(folder, Layout.FLAT, FRAMES.description(), OptionalLong.empty())) {
        for (long frame = 0; frame < frames; frame++) {
          RecordedFile file = image(frame);
          Files.createLink(root.resolve(file.path()), image);
          pass.add(record(frame, instances, file));
        }
        for (RecordedFile file : pass.end()) {
          System.out.println(file.path() + " " + file.bytes());
        }
      }
    }
    System.out.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static RecordedFile image(long frame) {
    String path = Kind.IMAGE.path(Layout.FLAT, frame, "", FloatFiles.NPY);
    return new RecordedFile(path, 6, "0".repeat(64));
  }

  private static FrameRecord record(long number, int count, RecordedFile image) {
    List<SampledNode> nodes = new ArrayList<>();
    List<InstanceLabel> labels = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      nodes.add(
          new SampledNode(
              id,
              id,
              "boxes",
              id,
              0,
              "primitive/box",
              "b",
              0,
              1,
              MotionStates.still(
                  FRAMES.sampled(0).nodes().get(0).worldFromObject().atLabelInstant()),
              SampledMaterial.NONE));
      labels.add(label(id, (int) (number % 17)));
    }
    SampledFrame some = FRAMES.sampled(0);
    SampledFrame frame =
        new SampledFrame(
            some.scene(),
            new FrameKey(3, number),
            FrameContext.still(number),
            some.categories(),
            some.labels(),
            some.cameras(),
            some.lighting(),
            some.weather(),
            nodes,
            List.of(),
            List.of(),
            List.of());
    return new FrameRecord(
        FrameRecord.VERSION,
        Annotators.DEFAULT,
        frame,
        List.of(new ViewLabels("", labels)),
        List.of(image));
  }

  /** Three columns of different heights. */
  private static InstanceLabel label(int id, int offset) {
    int left = (id * 7 + offset) % (WIDTH - 3);
    int top = (id * 13 + offset) % (HEIGHT - 20);
    int[] counts = {left * HEIGHT + top, 9, HEIGHT - 9, 14, HEIGHT - 14, 19, 0};
    counts[6] = WIDTH * HEIGHT - Arrays.stream(counts).sum();
    return new InstanceLabel(
        id,
        1,
        LabelVerdict.ANNOTATED,
        42,
        new PixelBox(left, top, left + 3, top + 19),
        0.75,
        0,
        1.5f,
        2.5f,
        Optional.empty(),
        Optional.of(new RunLengths(WIDTH, HEIGHT, counts).text()));
  }
}
