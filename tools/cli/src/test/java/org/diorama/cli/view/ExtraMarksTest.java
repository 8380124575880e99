package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.label.Occluder;
import org.diorama.core.label.box.ObjectExtent;
import org.diorama.core.label.box.ObjectPose;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceContrast;
import org.diorama.dataset.record.InstanceExtras;
import org.diorama.dataset.record.InstanceLabel;
import org.junit.jupiter.api.Test;

/** What annotators say of an instance lies where it is, and says what they say. */
class ExtraMarksTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(100, 100, 100, 100, 50, 50);

  private static InstanceLabel label(int id, PixelBox box, Optional<InstanceExtras> extras) {
    return new InstanceLabel(
        id,
        1,
        LabelVerdict.ANNOTATED,
        box.width() * box.height(),
        box,
        0.5,
        0,
        1f,
        2f,
        Optional.of(new InstanceContrast(-0.25, -0.5)),
        extras,
        Optional.empty());
  }

  private static InstanceExtras extras(double z, List<Occluder> occluders) {
    Affine3 pose = Affine3.translation(new Vec3(0, 0, z));
    return new InstanceExtras(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ObjectPose(pose, pose, new Vec3(1, 1, 1))),
        Optional.empty(),
        Optional.of(occluders),
        OptionalInt.of(2),
        Optional.of(new ObjectExtent(3.456, OptionalDouble.empty(), OptionalDouble.empty())),
        Optional.empty());
  }

  private static List<Mark> marks(double z, List<Occluder> occluders) {
    InstanceLabel front = label(7, new PixelBox(0, 40, 20, 60), Optional.empty());
    InstanceLabel behind =
        label(3, new PixelBox(60, 40, 80, 60), Optional.of(extras(z, occluders)));
    return new ExtraMarks(CAMERA, Map.of(), List.of(front, behind)).of(behind);
  }

  private static List<String> notes(List<Mark> marks) {
    return marks.stream()
        .filter(Mark.Note.class::isInstance)
        .map(mark -> mark.layer().text() + ": " + ((Mark.Note) mark).text())
        .toList();
  }

  private static <M extends Mark> M mark(List<Mark> marks, Class<M> kind, Mark.Layer layer) {
    return marks.stream()
        .filter(mark -> kind.isInstance(mark) && mark.layer() == layer)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void valuesStandInWords() {
    assertEquals(
        List.of(
            "contrast: contrast -0.25",
            "occlusion: behind 7, 9",
            "pieces: 2 pieces",
            "extent: 3.46 m away"),
        notes(marks(2, List.of(new Occluder(7, 12, 12), new Occluder(9, 0, 1)))));
  }

  /** At 2 m a fifth of 100 pixels is 0.4 m long; z goes straight away from the camera's center. */
  @Test
  void axesOfAPose() {
    Mark.Axes axes = mark(marks(2, List.of()), Mark.Axes.class, Mark.Layer.POSE);
    assertArrayEquals(new double[] {50, 50, 70, 50}, axes.axes().get(0), 1e-9);
    assertArrayEquals(new double[] {50, 50, 50, 70}, axes.axes().get(1), 1e-9);
    assertArrayEquals(new double[] {50, 50, 50, 50}, axes.axes().get(2), 1e-9);
    assertTrue(mark(marks(-1, List.of()), Mark.Axes.class, Mark.Layer.POSE).axes().isEmpty());
  }

  /** From the middle of what is in front; an unlabelled one has no place, and so no arrow. */
  @Test
  void arrowsOfWhatIsInFront() {
    List<Mark> marks = marks(2, List.of(new Occluder(7, 12, 12), new Occluder(9, 0, 1)));
    Mark.Lines arrow = mark(marks, Mark.Lines.class, Mark.Layer.OCCLUSION);
    assertEquals(2, arrow.lines().size(), "shaft and head of one arrow");
    assertArrayEquals(new double[] {10, 50, 70, 50}, arrow.lines().get(0), 1e-9);
    double[] head = arrow.lines().get(1);
    assertArrayEquals(new double[] {70, 50}, new double[] {head[2], head[3]}, 1e-9);
    assertEquals(3, Math.hypot(head[0] - 70, head[1] - 50), 1e-9);
    assertEquals(100, head[1] + head[5], 1e-9, "both barbs alike");
    assertTrue(
        marks(2, List.of()).stream().noneMatch(mark -> mark.layer() == Mark.Layer.OCCLUSION));
  }

  @Test
  void nothingAskedForIsNothingShown() {
    InstanceLabel plain = label(7, new PixelBox(0, 40, 20, 60), Optional.empty());
    List<Mark> marks = new ExtraMarks(CAMERA, Map.of(), List.of(plain)).of(plain);
    assertEquals(1, marks.size());
    assertInstanceOf(Mark.Note.class, marks.get(0), "the contrast alone");
  }
}
