package org.diorama.assets.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diorama.core.math.LinearColor;

/**
 * A diffuse-and-specular material as a file has it.
 *
 * @param diffuse linear
 * @param specular linear
 * @param exponent Phong's
 * @param opacity in [0, 1]
 * @param hasImage whether an image gives the diffuse color
 */
record PhongMaterial(
    String name,
    LinearColor diffuse,
    LinearColor specular,
    double exponent,
    double opacity,
    boolean hasImage) {

  /** Its name in lower case: the parts of letters, and all letters of it as one. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    String parted = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
    for (String word : parted.split("[^\\p{L}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    words.add(String.join("", words));
    return words;
  }

  /** Of the diffuse color: 0 for gray, 1 where a channel is missing. */
  double saturation() {
    double most = Math.max(diffuse.red(), Math.max(diffuse.green(), diffuse.blue()));
    double least = Math.min(diffuse.red(), Math.min(diffuse.green(), diffuse.blue()));
    return most == 0 ? 0 : 1 - least / most;
  }
}
