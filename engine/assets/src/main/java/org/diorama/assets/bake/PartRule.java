package org.diorama.assets.bake;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of a model's meshes are one named part.
 *
 * @param name of the part
 * @param mesh pattern of the names of its meshes, in which {@code *} stands for any characters and
 *     {@code ?} for any one
 * @param material pattern of the names of its materials, likewise
 * @param where which connected pieces of such a mesh
 */
public record PartRule(String name, String mesh, String material, PieceBounds where) {
  /** All of the meshes. */
  public PartRule(String name, String mesh, String material) {
    this(name, mesh, material, PieceBounds.ANYWHERE);
  }

  /** Whether a mesh of this name is of the part where it wears that material. */
  public boolean takes(String meshName, String materialName) {
    return matches(mesh, meshName) && matches(material, materialName);
  }

  private static boolean matches(String pattern, String name) {
    String expression =
        pattern
            .chars()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
  }
}
