package org.diorama.core.label.keypoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GroupKeypoints;
import org.diorama.core.sample.Scenes;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.NamedPoint;
import org.diorama.core.scene.ObjectDescription;
import org.junit.jupiter.api.Test;

class CategorySkeletonsTest {
  private static final Skeleton CAR =
      new Skeleton(List.of("front", "rear"), List.of(new Bone("front", "rear")));

  private static final Skeleton TRUCK =
      new Skeleton(
          List.of("front", "bed", "rear"),
          List.of(new Bone("front", "bed"), new Bone("bed", "rear")));

  private static final List<Category> CATEGORIES =
      List.of(
          new Category("person", 9, "person", List.of("person")),
          new Category("vehicle", 4, "vehicle", List.of("car", "truck")));

  private final FixedFacts facts =
      new FixedFacts()
          .with("car", "car", Vec3.ONE, 0)
          .with("truck", "truck", Vec3.ONE, 0)
          .with("bare", "car", Vec3.ONE, 0)
          .with("man", "person", Vec3.ONE, 0)
          .named("car", new AssetKeypoints(List.of(point("rear")), CAR))
          .named("truck", new AssetKeypoints(List.of(point("bed")), TRUCK))
          .named("bare", new AssetKeypoints(List.of(), CAR));

  private static NamedPoint point(String name) {
    return new NamedPoint(name, Vec3.ZERO);
  }

  private static ObjectDescription object(String name, LabelChoice label, String... categories) {
    return Scenes.made(Scenes.object(name), new AssetReference.AnyOf(List.of(categories)), label);
  }

  private List<CategorySkeleton> of(ObjectDescription... objects) {
    return CategorySkeletons.of(Stream.of(objects), CATEGORIES, facts);
  }

  /** Whole skeletons of classes, so that an asset that lacks a point changes nothing. */
  @Test
  void aCategoryHasThePointsOfAllItsAssets() {
    Skeleton both =
        new Skeleton(
            List.of("front", "rear", "bed"),
            List.of(new Bone("front", "rear"), new Bone("front", "bed"), new Bone("bed", "rear")));
    assertEquals(
        List.of(new CategorySkeleton(4, both)),
        of(object("traffic", new LabelChoice.FromAsset(), "car", "truck", "person")));
  }

  @Test
  void whatIsUnlabelledOrWithoutPointsHasNone() {
    assertEquals(List.of(), of(object("traffic", new LabelChoice.None(), "car", "truck")));
    assertEquals(List.of(), of(object("crowd", new LabelChoice.FromAsset(), "person")));
  }

  /** A wall of boxes has corners, and no instances. */
  @Test
  void stuffHasNone() {
    Category road =
        new Category(
            "road",
            4,
            "road",
            List.of("car", "truck"),
            Category.Form.STUFF,
            Category.Use.LABEL,
            Optional.empty());
    ObjectDescription traffic = object("traffic", new LabelChoice.FromAsset(), "car");
    assertEquals(List.of(), CategorySkeletons.of(Stream.of(traffic), List.of(road), facts));
  }

  @Test
  void pointsOfTheSceneTakeThePlaceOfTheAssets() {
    ObjectDescription own =
        object("traffic", new LabelChoice.As("person"), "car").toBuilder()
            .keypoints(List.of(point("tip"), point("front")))
            .skeleton(List.of(new Bone("tip", "front")))
            .build();
    Skeleton expected = new Skeleton(List.of("tip", "front"), List.of(new Bone("tip", "front")));
    assertEquals(List.of(new CategorySkeleton(9, expected)), of(own));
    var frame =
        new FrameSampler(
                Scenes.scene(1, own.toBuilder().label(new LabelChoice.None()).build()), facts)
            .sample(0);
    assertEquals(List.of(new GroupKeypoints("traffic", own.keypoints())), frame.keypoints());
  }

  @Test
  void aLineIsOneWhateverItsDirection() {
    Skeleton turned = new Skeleton(List.of("rear", "front"), List.of(new Bone("rear", "front")));
    assertEquals(CAR, CAR.union(turned));
    assertEquals(List.of(new Bone("rear", "front")), turned.union(CAR).bones());
  }

  @Test
  void aBoneNeedsBothItsEnds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Skeleton(List.of("a"), List.of(new Bone("a", "b"))));
    assertThrows(IllegalArgumentException.class, () -> new Skeleton(List.of("a", "a"), List.of()));
  }
}
