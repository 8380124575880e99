package org.diorama.benchmarks;

import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.render.RenderedView;
import org.diorama.dataset.InstanceMeanings;
import org.diorama.dataset.LabelledView;
import org.diorama.dataset.MaskedLabels;
import org.diorama.scenefile.SceneOverride;

/**
 * The planes and tables that a renderer makes of a stereo pair of 1920 × 1080 that drives along a
 * crowded street in which people walk, for every annotator at once, and what is said of them.
 */
final class CrowdedPair implements AutoCloseable {
  static final int IMAGES = 2;

  private static final String CAMERA =
      """
      trajectory: {points: [[-17, -1.5, 1.6], [5, -1.2, 1.6]], speed: 8}
      pitch: -2
      fov: 56
      exposure: 14
      stereo: {baseline: 0.2}
      """;

  private final FlowBuffers flowBuffers = new FlowBuffers();
  private final MaskedLabels masked = new MaskedLabels();
  private final RenderedScene rendered =
      RenderedScene.of(
          "street.yaml",
          SceneOverride.set("sequence", "{length: 3, fps: 10}"),
          SceneOverride.set("camera", CAMERA),
          SceneOverride.set("labels.annotators", "all"),
          SceneOverride.set("objects.people.count", "64"),
          SceneOverride.set("objects.people.motion", "{velocity: [0, -1.2, 0]}"),
          SceneOverride.set("objects.street_lamps.keypoints", "{foot: [0, 0, 0], top: [0, 0, 1]}"),
          SceneOverride.set("objects.cars_coming.count", "3"),
          SceneOverride.set("objects.cars_coming.motion", "{velocity: [0, -9, 0]}"));

  RenderedScene rendered() {
    return rendered;
  }

  FrameAnnotations annotations() {
    return Labeler.label(
        rendered.frame(), rendered.steps().now(), rendered.annotators(), rendered.assets());
  }

  private InstanceMeanings meanings(ViewAnnotations found) {
    return new InstanceMeanings(rendered.frame().categories(), found.instances());
  }

  LabelledView labelled(int image, ViewAnnotations found) {
    return new LabelledView(
        rendered.frame(), image, rendered.steps(), meanings(found), rendered.assets(), flowBuffers);
  }

  /** All masks of an image as COCO's text; how many there are. */
  int masks(int image, ViewAnnotations found) {
    RenderedView view = rendered.steps().now().views().get(image);
    return masked.of(view, found, meanings(found)).instances().size();
  }

  /** Prints how many instances are annotated. */
  void tell() {
    for (ViewAnnotations view : annotations().views()) {
      System.out.printf(
          "%d annotated instances%n",
          view.instances().stream().filter(label -> label.verdict().isAnnotated()).count());
    }
  }

  @Override
  public void close() {
    rendered.close();
  }
}
