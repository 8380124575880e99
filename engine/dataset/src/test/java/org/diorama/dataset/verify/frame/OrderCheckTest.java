package org.diorama.dataset.verify.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.read.PngImage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances side by side, of which the silhouette of the second goes on beneath the first. */
class OrderCheckTest {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 6;

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static PngImage image(int left, int right) {
    ByteBuffer samples = ByteBuffer.allocate(2 * WIDTH * HEIGHT);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      samples.putShort((short) (i % WIDTH < WIDTH / 2 ? left : right));
    }
    return new PngImage(WIDTH, HEIGHT, 1, 16, samples.array());
  }

  /** What is found where instance 1 is said to lie before 2, at depths in millimeters. */
  private static List<String> faults(int first, int second) {
    return faults(first, second, "");
  }

  /**
   * @param more extras of instance 2
   */
  private static List<String> faults(int first, int second, String more) {
    return faults(first, second, more, 24);
  }

  /**
   * @param before pixels at which instance 1 is said to lie before the other, and is seen at 24
   */
  private static List<String> faults(int first, int second, String more, int before) {
    CocoImageEvidence coco =
        new CocoImageEvidence(
            Map.of(
                CocoImageEvidence.INSTANCES,
                Map.of("file", json("{\"diorama\":{\"occlusion\":[[1,2,%d]]}}".formatted(before)))),
            List.of(
                entry("{\"instance_id\":1,\"occlusion\":[]}"),
                entry(
                    "{\"instance_id\":2,\"occlusion\":[{\"instance_id\":1,\"pixels\":24,\"before\":%d}],"
                            .formatted(before)
                        + "\"amodal_mask\":{\"size\":[6,8],\"counts\":[0,48]}"
                        + more
                        + "}")),
            Map.of(),
            List.of(),
            Set.of(),
            List.of(),
            Set.of());
    Map<Plane, PngImage> planes = new EnumMap<>(Plane.class);
    planes.put(Plane.INSTANCE, image(1, 2));
    planes.put(Plane.DEPTH, image(first, second));
    double[] pose = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    CameraPose camera = new CameraPose("", WIDTH, HEIGHT, new double[] {8, 8, 4, 3}, pose);
    ViewEvidence view =
        new ViewEvidence(0, 0, "0.png", 1, camera, List.of(), List.of(), planes, coco);
    ManifestFacts manifest =
        new ManifestFacts(
            json("{\"conventions\":{\"depth_scale\":1,\"depth_max\":65}}"),
            List.of(),
            List.of(),
            List.of());
    Findings findings = new Findings();
    new OrderCheck()
        .check(
            view.with(Depths.of(view, Optional.empty(), manifest)),
            new CheckReport("order", 0, findings, new Examined()));
    return findings.kept().stream().map(Finding::fault).map(Fault::text).toList();
  }

  private static CocoImageEvidence.Entry entry(String extras) {
    return new CocoImageEvidence.Entry("file", json("{\"id\":1,\"diorama\":" + extras + "}"));
  }

  /** Around the camera's axis, from a depth of 1 m on. */
  private static String box(double farthest) {
    double center = (1 + farthest) / 2;
    return ",\"bbox_3d\":{\"size\":[4,4,%s],\"camera_from_box\":[[1,0,0,0],[0,1,0,0],[0,0,1,%s]]}"
        .formatted(farthest - 1, center);
  }

  /** Of the second one nothing but a nearer part is seen: a farther one may be hidden. */
  @Test
  void whatIsHiddenMayBeAnywhere() {
    assertEquals(List.of(), faults(1000, 2000));
    assertEquals(List.of(), faults(2000, 1000));
    assertEquals(List.of(), faults(0, 1000));
  }

  /** A box whose far side is at 1.9 m is before what lies at 2 m; beneath that, one at 2.1 m. */
  @Test
  void unlessABoxSaysThatItIsNot() {
    assertEquals(List.of("occlusion-order-wrong"), faults(2000, 1000, box(1.9)));
    assertEquals(List.of(), faults(2000, 1000, box(2.1)));
    assertEquals(List.of(), faults(1000, 2000, box(2.1)));
  }

  /** At 24 pixels the first is seen: it lies before the second there, and elsewhere it may. */
  @Test
  void whatIsSeenLiesBefore() {
    assertEquals(List.of("occlusion-order-wrong"), faults(1000, 2000, "", 23));
    assertEquals(List.of(), faults(1000, 2000, "", 24));
    assertEquals(List.of(), faults(1000, 2000, "", 25));
  }
}
