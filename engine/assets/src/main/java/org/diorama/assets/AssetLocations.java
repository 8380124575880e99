package org.diorama.assets;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where assets live on this machine.
 *
 * @param cache baked models; may be deleted at any time
 * @param packs installed packs
 */
public record AssetLocations(Path cache, Path packs) {
  /**
   * {@code DIORAMA_CACHE} and {@code DIORAMA_PACKS} where set, else the XDG base directories.
   *
   * @param environment such as {@link System#getenv()}
   */
  public static AssetLocations of(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    return new AssetLocations(
        path(
            environment,
            "DIORAMA_CACHE",
            path(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("diorama")),
        path(
            environment,
            "DIORAMA_PACKS",
            path(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                .resolve("diorama/packs")));
  }

  private static Path path(Map<String, String> environment, String name, Path absent) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? absent : Path.of(value).toAbsolutePath();
  }
}
