package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.diorama.assets.AssetLocations;
import org.diorama.assets.pack.AptFetcher;
import org.diorama.assets.pack.PackInstaller;
import org.diorama.assets.pack.PackManifest;
import org.diorama.assets.worker.PhongRules.Surface;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of every material of the furniture pack. */
class PhongPackTest {
  private static final String PACK = "sweethome3d-furniture";
  private static final List<Made> ALL = new ArrayList<>();

  private record Made(PhongMaterial from, Surface to) {
    boolean isNamed(String pattern) {
      return from.name().toLowerCase(Locale.ROOT).matches(".*(" + pattern + ").*");
    }
  }

  @BeforeAll
  static void convertAll() throws IOException {
    Path packs = AssetLocations.of(System.getenv()).packs();
    new PackInstaller(packs, new AptFetcher())
        .install(PackManifest.find(PACK).orElseThrow(), Optional.empty());
    PhongRules rules = new PhongRules();
    try (Stream<Path> archives = Files.list(packs.resolve(PACK))) {
      for (Path archive : archives.filter(file -> file.toString().endsWith(".sh3f")).toList()) {
        for (PhongMaterial material : materials(archive)) {
          ALL.add(new Made(material, rules.convert(material)));
        }
      }
    }
  }

  private static List<PhongMaterial> materials(Path archive) throws IOException {
    List<PhongMaterial> materials = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".mtl")) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          parse(new String(bytes, StandardCharsets.ISO_8859_1), materials);
        }
      }
    }
    return materials;
  }

  private static void parse(String file, List<PhongMaterial> materials) {
    for (String block : file.split("(?m)^\\s*newmtl\\s+")) {
      String[] lines = block.split("\\R");
      Map<String, String> values = new HashMap<>();
      for (String line : lines) {
        String[] parts = line.strip().split("\\s+", 2);
        values.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
      }
      if (values.containsKey("kd")) {
        materials.add(
            new PhongMaterial(
                lines[0].strip(),
                color(values.get("kd")),
                color(values.getOrDefault("ks", "0 0 0")),
                Double.parseDouble(values.getOrDefault("ns", "0")),
                Double.parseDouble(values.getOrDefault("d", "1")),
                values.containsKey("map_kd")));
      }
    }
  }

  private static LinearColor color(String text) {
    String[] channels = text.split("\\s+");
    float[] encoded = new float[3];
    for (int i = 0; i < 3; i++) {
      encoded[i] = Float.parseFloat(channels[i]);
    }
    return PhongRules.linear(encoded);
  }

  private static List<Made> named(String pattern) {
    return ALL.stream().filter(made -> made.isNamed(pattern)).toList();
  }

  /** Checks how many of some are what they should be, and names the others. */
  private static void assertShare(
      double least, double most, List<Made> of, Predicate<Surface> what) {
    List<Made> others = of.stream().filter(made -> !what.test(made.to())).toList();
    double share = 1 - others.size() / (double) of.size();
    assertTrue(
        share >= least && share <= most,
        () -> share + " of " + of.size() + "; not: " + others.stream().limit(20).toList());
  }

  @Test
  void everyMaterialBecomesOne() {
    assertTrue(ALL.size() > 3300, "" + ALL.size());
    for (Made made : ALL) {
      Surface to = made.to();
      assertTrue(to.roughness() >= 0 && to.roughness() <= 1, made.from()::toString);
      assertTrue(to.metallic() == 0 || to.metallic() == 1, made.from()::toString);
      for (double channel :
          List.of(to.baseColor().red(), to.baseColor().green(), to.baseColor().blue())) {
        assertTrue(channel >= 0 && channel <= 1, made.from()::toString);
      }
    }
    Map<String, Long> kinds =
        ALL.stream().collect(Collectors.groupingBy(m -> m.to().kind(), Collectors.counting()));
    System.out.println("kinds of the pack's materials: " + kinds);
    assertTrue(kinds.get("any other") < 0.5 * ALL.size(), kinds::toString);
  }

  @Test
  void woodIsNotPlastic() {
    List<Made> wood = named("wood|madera|oak");
    assertTrue(wood.size() > 90, "" + wood.size());
    assertShare(0.97, 1, wood, to -> to.roughness() >= 0.4);
    assertShare(1, 1, wood, to -> to.metallic() == 0);
  }

  @Test
  void chromeIsAMetalAndPolished() {
    List<Made> chrome = named("chrome");
    assertTrue(chrome.size() > 60, "" + chrome.size());
    assertShare(0.8, 1, chrome, to -> to.metallic() == 1);
    assertShare(0.9, 1, chrome, to -> to.roughness() <= 0.4);
  }

  @Test
  void metalsReflectWhatMetalsDo() {
    List<Made> metals = ALL.stream().filter(made -> made.to().metallic() == 1).toList();
    assertTrue(metals.size() > 200 && metals.size() < 0.2 * ALL.size(), "" + metals.size());
    assertShare(0.9, 1, metals, to -> to.baseColor().luminance() > 0.15);
    assertShare(1, 1, named("plastic|rubber|fabric|skin|paint"), to -> to.metallic() == 0);
  }

  @Test
  void panesPassLightAndNothingSolidDoes() {
    List<Made> clear = ALL.stream().filter(made -> made.from().opacity() < 0.99).toList();
    assertTrue(clear.size() > 150, "" + clear.size());
    assertShare(1, 1, clear, to -> to.finish().isTransparent());
    List<Made> solid = ALL.stream().filter(made -> made.from().opacity() >= 0.99).toList();
    assertShare(1, 1, solid, to -> !to.finish().isTransparent());
    List<Made> glass = clear.stream().filter(made -> made.isNamed("glass|window|vidro")).toList();
    assertShare(0.8, 1, glass, to -> to.roughness() < 0.1);
  }

  @Test
  void carsAreCoatedAndChairsAreNot() {
    List<Made> glossy =
        named("carpaint|firstcolor").stream()
            .filter(made -> made.from().specular().luminance() > 0.02)
            .toList();
    assertShare(1, 1, glossy, to -> to.finish().coat().weight() == 1);
    assertShare(0.01, 0.06, ALL, to -> to.finish().coat().weight() > 0);
  }
}
