package org.diorama.assets.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;

/**
 * How old diffuse-and-specular materials become metal-rough ones: the first rule of the table
 * {@code phong-rules.tsv} that takes a material decides. Beside it:
 *
 * <ul>
 *   <li>Colors are taken as sRGB: the files were made by eye on screens.
 *   <li>The Phong exponent n gives the microfacet width α² = 2 / (n + 2) (Walter et al., Microfacet
 *       Models for Refraction through Rough Surfaces, 2007, section 5.3) and roughness = √α, kept
 *       within what the rule allows: exporters write exponents carelessly.
 *   <li>An image replaces a gray diffuse color and is tinted by any other: exporters write their
 *       default gray, or black, beside images that hold the whole color.
 * </ul>
 *
 * Reflectances of metals are those of Lagarde, Feeding a physically based shading model (2011).
 */
final class PhongRules {
  private static final String TABLE = "/org/diorama/assets/phong-rules.tsv";
  private static final double GRAY = 0.05;

  private final List<PhongRule> rules = new ArrayList<>();

  PhongRules() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                PhongRules.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      for (String line : reader.lines().skip(1).toList()) {
        String[] cells = line.split("\t");
        if (cells.length != PhongRule.COLUMNS) {
          throw new IllegalStateException(TABLE + ": not " + PhongRule.COLUMNS + ": " + line);
        }
        rules.add(PhongRule.parse(cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param kind that of the rule
   */
  record Surface(
      String kind, LinearColor baseColor, double metallic, double roughness, Finish finish) {}

  Surface convert(PhongMaterial material) {
    PhongRule rule = rules.stream().filter(each -> each.takes(material)).findFirst().orElseThrow();
    boolean imageHoldsAll = material.hasImage() && material.saturation() <= GRAY;
    return new Surface(
        rule.kind(),
        imageHoldsAll ? LinearColor.WHITE : rule.baseColor(material),
        rule.metallic(),
        rule.roughness().clamp(roughness(material.exponent())),
        rule.finish(material));
  }

  private static double roughness(double exponent) {
    double n = exponent > 0 ? exponent : 0; // false for NaN too
    return Math.sqrt(Math.sqrt(2 / (n + 2)));
  }

  /** From sRGB in [0, 1], IEC 61966-2-1; the fourth value is ignored. */
  static LinearColor linear(float[] encoded) {
    return new LinearColor(linear(encoded[0]), linear(encoded[1]), linear(encoded[2]));
  }

  private static double linear(double encoded) {
    double value = encoded > 0 ? Math.min(encoded, 1) : 0;
    return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
  }
}
