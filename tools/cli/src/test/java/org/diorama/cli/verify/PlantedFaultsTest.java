package org.diorama.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault is found under its name, and a sound dataset has none. */
class PlantedFaultsTest {
  @TempDir static Path folder;
  private static Path original;
  private static Path arrays;
  private static Path formats;
  private static Path parted;

  @BeforeAll
  static void render() throws IOException {
    original = VerifiedScene.render(VerifiedScene.write(folder), "original");
    arrays = VerifiedScene.render(VerifiedScene.arrays(folder), "arrays", "--frames", "0-3");
    formats =
        VerifiedScene.render(
            VerifiedScene.stuff(folder), "formats", "--format", "coco,coco-polygon,coco-rle,yolo");
    parted = VerifiedScene.render(VerifiedScene.parted(folder), "parted", "--frames", "0-1");
  }

  /** Those that are planted into the dataset with files of arrays. */
  private static List<PlantedFaults.Kind> ofArrays() {
    return Stream.of(
            PlantedAnnotators.arrays(),
            PlantedSurfaces.pixels(),
            PlantedSurfaces.points(),
            PlantedColors.besideClouds(),
            PlantedOmissions.arrays())
        .flatMap(List::stream)
        .toList();
  }

  /** Those that are planted into the dataset with all formats. */
  private static List<PlantedFaults.Kind> ofFormats() {
    return Stream.of(PlantedFormats.yolo(), PlantedFormats.stuff(), PlantedFormats.lists())
        .flatMap(List::stream)
        .toList();
  }

  static Path placeOf(PlantedFaults.Kind kind) {
    Map<String, Path> places = new HashMap<>();
    ofArrays().forEach(other -> places.put(other.name(), arrays));
    ofFormats().forEach(other -> places.put(other.name(), formats));
    PlantedColors.parted().forEach(other -> places.put(other.name(), parted));
    return places.getOrDefault(kind.name(), original);
  }

  static Stream<PlantedFaults.Kind> kinds() {
    return Stream.of(
            PlantedFaults.masks(),
            PlantedFaults.values(),
            PlantedAnnotators.spaces(),
            PlantedOmissions.values(),
            ofArrays(),
            ofFormats(),
            PlantedFaults.images(),
            PlantedColors.frames(),
            PlantedColors.parted(),
            PlantedAgreement.kinds(),
            PlantedLinks.kinds(),
            PlantedManifests.kinds(),
            PlantedFiles.records(),
            PlantedFiles.files())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundUnderItsName(PlantedFaults.Kind kind, @TempDir Path place) throws Exception {
    PlantedDataset planted = PlantedDataset.of(placeOf(kind), place.resolve("planted"));
    kind.plant().accept(planted);
    if (kind.sealed()) {
      planted.seal();
    }
    Verification verification = verify(planted.root());
    assertEquals(
        new TreeSet<>(kind.due()),
        new TreeSet<>(verification.counts().keySet()),
        () -> verification.findings().toString());
  }

  /** Links, sealing and verifying change nothing by themselves. */
  @Test
  void aSoundCopyHasNone(@TempDir Path place) throws Exception {
    PlantedDataset planted = PlantedDataset.of(original, place.resolve("planted"));
    planted.pixels("images/00000000_left.png", raster -> {});
    planted.json("records/00000003.json", record -> {});
    planted.seal();
    Verification verification = verify(planted.root());
    assertEquals(List.of(), verification.findings());
    Verification other = verify(arrays);
    assertEquals(List.of(), other.findings());
    Verification third = verify(formats);
    assertEquals(List.of(), third.findings());
    assertEquals(List.of(), verify(parted).findings());
    verification
        .examined()
        .forEach(
            (check, count) ->
                assertTrue(
                    count.things()
                            + other.examined().get(check).things()
                            + third.examined().get(check).things()
                        > 0,
                    check + " examined nothing"));
  }

  /** The two that common readers pass over. */
  @Test
  void theDamagedImagesAreReadByImageIo(@TempDir Path place) throws IOException {
    for (PlantedFaults.Kind kind : PlantedFaults.images()) {
      if (kind.name().contains("ImageIO")) {
        PlantedDataset planted = PlantedDataset.of(original, place.resolve(kind.name()));
        kind.plant().accept(planted);
        assertNotNull(
            ImageIO.read(new ByteArrayInputStream(planted.bytes("images/00000000_left.png"))));
      }
    }
  }

  @Test
  void thereAreEnoughKinds() {
    Set<String> names = new TreeSet<>();
    kinds().forEach(kind -> names.add(kind.name()));
    assertEquals(kinds().count(), names.size());
    assertTrue(names.size() >= 40, names.size() + " kinds");
    Set<Fault> found = new TreeSet<>();
    kinds().forEach(kind -> found.addAll(kind.due()));
    assertTrue(found.size() >= 40, found.size() + " names");
  }

  private static Verification verify(Path root) throws InterruptedException {
    return DatasetVerification.run(root, 2, done -> {}, (findings, examined) -> {});
  }
}
