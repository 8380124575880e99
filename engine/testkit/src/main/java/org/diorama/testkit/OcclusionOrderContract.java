package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.Occluder;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * Which things lie before which, of every renderer's images, where a third hides them: cards by
 * their pixels, and rings that interlock.
 */
public final class OcclusionOrderContract {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);

  private final FinishContract.Drawing renderer;
  private final TestScene scene =
      new TestScene(AnalyticScenes.shapes(), Vec3.ZERO)
          .camera(CAMERA, Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));

  public OcclusionOrderContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /** The second and the third share pixels under the first alone, and each is seen beside it. */
  public void threeCardsBehindEachOther() {
    int third = scene.add("box", card(8, new PixelBox(20, 12, 46, 32)));
    int first = scene.add("box", card(4, new PixelBox(10, 8, 40, 40)));
    int second = scene.add("box", card(6, new PixelBox(4, 16, 30, 36)));
    Map<Integer, List<Occluder>> occluders = occluders();
    assertEquals(List.of(), occluders.get(first));
    assertEquals(List.of(new Occluder(first, 400, 400)), occluders.get(second));
    // They share columns 20 to 30 and rows 16 to 32.
    assertEquals(
        List.of(new Occluder(first, 400, 400), new Occluder(second, 0, 160)), occluders.get(third));
  }

  /** Of what has no label nothing is told but where it is seen. */
  public void anUnlabelledCardBetween() {
    int third = scene.add("box", card(8, new PixelBox(20, 12, 46, 32)));
    int first = scene.add("box", card(4, new PixelBox(10, 8, 40, 40)));
    scene.addUnlabelled("box", card(6, new PixelBox(15, 16, 35, 36)));
    assertEquals(List.of(new Occluder(first, 400, 400)), occluders().get(third));
  }

  /**
   * A wall without a label is named where it is seen, and all that is hidden of a thing is
   * accounted for: its pixels and those of what stands before the wall.
   */
  public void anUnlabelledWallInFront() {
    int behind = scene.add("box", card(8, new PixelBox(20, 12, 46, 32)));
    int wall = scene.addUnlabelled("box", card(6, new PixelBox(10, 8, 40, 40)));
    int first = scene.add("box", card(4, new PixelBox(15, 16, 30, 36)));
    Map<Integer, List<Occluder>> occluders = occluders();
    // The wall would hide columns 20 to 40; the first card hides 20 to 30 and rows 16 to 32 of
    // them.
    assertEquals(
        List.of(new Occluder(wall, 240, 240), new Occluder(first, 160, 160)),
        occluders.get(behind));
    assertEquals(List.of(), occluders.get(first), "nor does the wall lie before what hides it");
    assertEquals(Set.of(behind, first), occluders.keySet());
  }

  /** Two cards that cross, each before the other on one side; a third hides the crossing. */
  public void cardsThatCross() {
    int one = scene.add("box", turned(Math.PI / 4));
    int other = scene.add("box", turned(-Math.PI / 4));
    int hides = scene.add("box", card(4, new PixelBox(20, 14, 44, 34)));
    Map<Integer, List<Occluder>> occluders = occluders();
    int before = before(occluders, one, other);
    assertTrue(before > 150, before + " pixels");
    assertEquals(before, before(occluders, other, one), "mirror images");
    assertEquals(
        0,
        occluders.get(one).stream()
            .filter(o -> o.instanceId() == other)
            .findFirst()
            .get()
            .pixels());
    assertTrue(before(occluders, one, hides) > before);
  }

  /** Each ring passes before the other once; what hides them changes no order. */
  public void ringsThatInterlock() {
    int upright = scene.add("torus", ring(new Vec3(-0.5, 7, 0), Math.PI / 2));
    int lying = scene.add("torus", ring(new Vec3(0.5, 7, 0), Math.PI / 6));
    Map<Integer, List<Occluder>> seen = occluders();
    assertTrue(before(seen, upright, lying) > 3, seen::toString);
    assertTrue(before(seen, lying, upright) > 3, seen::toString);
    scene.add("box", card(3, new PixelBox(30, 8, 41, 40)));
    Map<Integer, List<Occluder>> hidden = occluders();
    // Where rims are rasterized by a hair otherwise than rays meet them.
    assertEquals(before(seen, upright, lying), before(hidden, upright, lying), 1);
    assertEquals(before(seen, lying, upright), before(hidden, lying, upright), 1);
  }

  private static Affine3 ring(Vec3 center, double tilt) {
    return Affine3.translation(center)
        .times(Rotations.aboutAxis(Vec3.UNIT_X, tilt))
        .times(Affine3.scaling(new Vec3(2.4, 2.4, 2.4)))
        .times(Affine3.translation(new Vec3(0, 0, -0.125)));
  }

  private static Affine3 turned(double angle) {
    return Affine3.translation(new Vec3(0, 7, 0))
        .times(Rotations.aboutAxis(Vec3.UNIT_Z, angle))
        .times(Affine3.scaling(new Vec3(5, 1e-6, 2)))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }

  /** A box whose front covers these pixels, next to no depth behind it. */
  private static Affine3 card(double depth, PixelBox pixels) {
    double x = ((pixels.left() + pixels.right()) / 2.0 - 32) / 60 * depth;
    double z = (24 - (pixels.top() + pixels.bottom()) / 2.0) / 60 * depth;
    return Affine3.translation(new Vec3(x, depth + 5e-7, z))
        .times(
            Affine3.scaling(
                new Vec3(pixels.width() / 60.0 * depth, 1e-6, pixels.height() / 60.0 * depth)))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }

  private static int before(Map<Integer, List<Occluder>> occluders, int back, int front) {
    return occluders.get(back).stream()
        .filter(occluder -> occluder.instanceId() == front)
        .mapToInt(Occluder::before)
        .sum();
  }

  /** Of each annotated instance. */
  private Map<Integer, List<Occluder>> occluders() {
    Map<Integer, List<Occluder>> result = new HashMap<>();
    renderer.frame(
        scene.assets(),
        InstanceLabelContract.job(scene.frame()),
        frame -> {
          LabelAssets known = new LabelAssets(scene.assets());
          for (InstanceAnnotation label :
              Labeler.label(scene.frame(), frame, InstanceLabelContract.VALUES, known)
                  .views()
                  .get(0)
                  .instances()) {
            label
                .measures()
                .occluders()
                .ifPresent(occluders -> result.put(label.instanceId(), occluders));
          }
        });
    return result;
  }
}
