package org.diorama.core.sample.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.FixedFacts;
import org.diorama.core.sample.GroupVerdict;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.MaterialDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.SceneDescription;
import org.diorama.core.scene.Scope;
import org.junit.jupiter.api.Test;

class FrameSamplerTest {
  private static final ObjectDescription GROUP = Scenes.scattered("group", 5, 50, true, 0.5);

  @Test
  void aFrameAloneEqualsTheSameFrameInARun() {
    FrameSampler running = new FrameSampler(Scenes.scene(0, GROUP), FixedFacts.BOX);
    List<SampledFrame> run = new ArrayList<>();
    for (long frame = 0; frame < 16; frame++) {
      run.add(running.sample(frame));
    }
    SampledFrame alone = new FrameSampler(Scenes.scene(0, GROUP), FixedFacts.BOX).sample(7);
    assertEquals(alone, run.get(7));
    assertEquals(16, new HashSet<>(run).size());
  }

  @Test
  void seedsDifferAndZeroIsOne() {
    Set<List<SampledNode>> frames = new HashSet<>();
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      frames.add(new FrameSampler(Scenes.scene(seed, GROUP), FixedFacts.BOX).sample(0).nodes());
    }
    assertEquals(5, frames.size());
  }

  @Test
  void anObjectAddedAtTheEndChangesNothingOfTheOthers() {
    ObjectDescription late = Scenes.scattered("late", 4, 50, true, 0.5);
    for (long frame = 0; frame < 20; frame++) {
      SampledFrame before = new FrameSampler(Scenes.scene(3, GROUP), FixedFacts.BOX).sample(frame);
      SampledFrame after =
          new FrameSampler(Scenes.scene(3, GROUP, late), FixedFacts.BOX).sample(frame);
      assertEquals(before.nodes(), after.nodes().subList(0, before.nodes().size()));
      assertEquals(before.draws(), after.draws().subList(0, before.draws().size()));
    }
  }

  @Test
  void anObjectAddedAtTheBeginningChangesNoDrawOfTheOthers() {
    ObjectDescription early = Scenes.scattered("early", 4, 50, false, 0);
    for (long frame = 0; frame < 20; frame++) {
      SampledFrame before = new FrameSampler(Scenes.scene(3, GROUP), FixedFacts.BOX).sample(frame);
      SampledFrame after =
          new FrameSampler(Scenes.scene(3, early, GROUP), FixedFacts.BOX).sample(frame);
      List<DrawnValue> same = new ArrayList<>(after.draws());
      same.removeIf(value -> value.path().startsWith("objects.early."));
      assertEquals(before.draws(), same);
    }
  }

  @Test
  void moreInstancesKeepTheFirstOnes() {
    SampledFrame few = new FrameSampler(Scenes.scene(3, GROUP), FixedFacts.BOX).sample(0);
    ObjectDescription more = Scenes.counted(GROUP, Scenes.constant("objects.group.count", 9));
    SampledFrame many = new FrameSampler(Scenes.scene(3, more), FixedFacts.BOX).sample(0);
    assertEquals(few.nodes(), many.nodes().subList(0, 5));
  }

  @Test
  void scopesSayHowOftenAValueIsDrawn() {
    assertEquals(1, distinctRoughness(Scope.DATASET));
    assertEquals(8, distinctRoughness(Scope.FRAME));
    assertEquals(8 * 5, distinctRoughness(Scope.INSTANCE));
  }

  @Test
  void drawsAreRecordedOnceInTheOrderOfTheSceneAndConstantsAreNot() {
    ObjectDescription painted =
        Scenes.colored(
            Scenes.scattered("group", 2, 50, true, 0),
            new MaterialDescription(
                Optional.of(
                    new Parameter<>(
                        "objects.group.material.base_color",
                        new Distribution.UniformColor(LinearColor.BLACK, LinearColor.WHITE),
                        Scope.FRAME)),
                Optional.empty(),
                Optional.of(Scenes.constant("objects.group.material.roughness", 0.5))));
    SampledFrame frame = new FrameSampler(Scenes.scene(3, painted), FixedFacts.BOX).sample(0);
    assertEquals(
        List.of(
            "objects.group.yaw 0",
            "objects.group.area.x 0",
            "objects.group.area.y 0",
            "objects.group.material.base_color -1",
            "objects.group.yaw 1",
            "objects.group.area.x 1",
            "objects.group.area.y 1"),
        frame.draws().stream().map(value -> value.path() + " " + value.instance()).toList());
    LinearColor color = frame.nodes().get(0).material().baseColor().orElseThrow();
    assertEquals(color, frame.nodes().get(1).material().baseColor().orElseThrow());
    String[] channels = frame.draws().get(3).value().split(",");
    assertEquals(color.red(), Double.parseDouble(channels[0]));
    assertEquals(color.blue(), Double.parseDouble(channels[2]));
    assertEquals(
        frame.nodes().get(1).worldFromObject().atLabelInstant().m03(),
        Double.parseDouble(frame.draws().get(5).value()));
  }

  @Test
  void assetsAreChosenAmongCandidatesForEachInstance() {
    FixedFacts facts =
        new FixedFacts()
            .with("car/a", "car", Vec3.ONE, 0)
            .with("car/b", "car", Vec3.ONE, 0)
            .with("cat", "cat", Vec3.ONE, 0);
    ObjectDescription cars =
        Scenes.made(
            Scenes.scattered("cars", 60, 500, false, 0),
            new AssetReference.AnyOf(List.of("car")),
            new LabelChoice.FromAsset());
    SampledFrame frame = new FrameSampler(Scenes.scene(1, cars), facts).sample(0);
    Set<String> ids = new HashSet<>();
    for (SampledNode node : frame.nodes()) {
      ids.add(node.assetId());
      assertEquals("digest of " + node.assetId(), node.assetDigest());
      assertEquals(3, node.categoryId());
      String drawn =
          frame.draws().stream()
              .filter(value -> value.path().equals("objects.cars.asset"))
              .filter(value -> value.instance() == node.index())
              .findFirst()
              .orElseThrow()
              .value();
      assertEquals(node.assetId(), drawn);
    }
    assertEquals(Set.of("car/a", "car/b"), ids);
  }

  @Test
  void labelsAreResolved() {
    FixedFacts facts =
        new FixedFacts().with("car", "car", Vec3.ONE, 0).with("cat", "cat", Vec3.ONE, 0);
    SceneDescription scene =
        Scenes.scene(
            1,
            List.of(
                new Category("vehicle", 7, "vehicle", List.of("car", "bus")),
                new Category("pet", 9, "animal", List.of("dog"))),
            labelled("a", "car", new LabelChoice.FromAsset()),
            labelled("b", "cat", new LabelChoice.As("pet")),
            labelled("c", "car", new LabelChoice.None()));
    assertEquals(
        List.of(7, 9, 0),
        new FrameSampler(scene, facts)
            .sample(0).nodes().stream().map(SampledNode::categoryId).toList());
  }

  @Test
  void aCategoryThatIsNotInTheSceneIsNamed() {
    FixedFacts facts = new FixedFacts().with("cat", "cat", Vec3.ONE, 0);
    SceneDescription scene = Scenes.scene(1, labelled("pets", "cat", new LabelChoice.FromAsset()));
    DioramaException e =
        assertThrows(DioramaException.class, () -> new FrameSampler(scene, facts).sample(0));
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertEquals(
        "objects.pets: no category takes in cat (asset cat). Add it under categories, or write"
            + " label: CATEGORY or label: none.",
        e.getMessage());
  }

  @Test
  void anUnknownAssetIsRefusedBeforeAnyFrame() {
    SceneDescription scene = Scenes.scene(1, labelled("pets", "unicorn", new LabelChoice.None()));
    assertThrows(DioramaException.class, () -> new FrameSampler(scene, FixedFacts.BOX));
  }

  @Test
  void moreInstancesThanIdsAreRefused() {
    ObjectDescription first =
        Scenes.counted(Scenes.object("first"), Scenes.constant("objects.first.count", 65534));
    assertEquals(
        65534,
        new FrameSampler(Scenes.scene(1, first), FixedFacts.BOX)
            .sample(0)
            .nodes()
            .get(65533)
            .instanceId());
    FrameSampler over =
        new FrameSampler(Scenes.scene(1, first, Scenes.object("second")), FixedFacts.BOX);
    DioramaException e = assertThrows(DioramaException.class, () -> over.sample(0));
    assertEquals(ExitStatus.BAD_INPUT, e.status());
    assertEquals(
        "objects.second.count: 1 more after 65534 instances; a frame holds at most 65534. Lower"
            + " the counts.",
        e.getMessage());
  }

  @Test
  void theRecordCarriesWhatItsReadersNeed() {
    SceneDescription scene = Scenes.scene(5, GROUP);
    SampledFrame frame = new FrameSampler(scene, FixedFacts.BOX).sample(11);
    assertEquals("test", frame.scene());
    assertEquals(5, frame.key().seed());
    assertEquals(11, frame.key().frame());
    assertEquals(scene.categories(), frame.categories());
    assertEquals(scene.labels(), frame.labels());
    assertEquals(List.of(new GroupVerdict("group", 5, 5)), frame.groups());
    for (int i = 0; i < 5; i++) {
      assertEquals(i + 1, frame.nodes().get(i).instanceId());
      assertEquals(i, frame.nodes().get(i).index());
      assertEquals("group", frame.nodes().get(i).group());
    }
  }

  private static ObjectDescription labelled(String name, String asset, LabelChoice label) {
    return Scenes.made(Scenes.object(name), new AssetReference.CatalogEntry(asset), label);
  }

  private static int distinctRoughness(Scope scope) {
    ObjectDescription object =
        Scenes.colored(
            GROUP,
            new MaterialDescription(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Scenes.uniform("objects.group.material.roughness", 0, 1, scope))));
    FrameSampler sampler = new FrameSampler(Scenes.scene(3, object), FixedFacts.BOX);
    Set<Double> values = new HashSet<>();
    for (long frame = 0; frame < 8; frame++) {
      for (SampledNode node : sampler.sample(frame).nodes()) {
        values.add(node.material().roughness().orElseThrow());
      }
    }
    assertNotEquals(0, values.size());
    assertTrue(values.stream().allMatch(value -> value >= 0 && value < 1));
    return values.size();
  }
}
