package org.diorama.assets.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pack as this version of Diorama knows it, from {@code assets/packs/NAME/manifest.json}.
 *
 * @param title for people
 * @param version of the package it comes from
 * @param debianPackage name of that package
 * @param folder of the archives inside the package
 * @param archives in the catalog's order
 */
public record PackManifest(
    String name,
    String title,
    String version,
    String debianPackage,
    String folder,
    List<PackArchive> archives) {
  /** Names of all packs, as commands and asset ids write them. */
  public static final List<String> KNOWN = List.of("sweethome3d-furniture");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public PackManifest {
    archives = List.copyOf(archives);
  }

  /** Empty where there is no such pack. */
  public static Optional<PackManifest> find(String name) {
    if (!KNOWN.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = resource(name, "manifest.json")) {
      return Optional.of(MAPPER.readValue(in, PackManifest.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The category table, tab-separated UTF-8 with a heading. */
  public InputStream categories() {
    return resource(name, "categories.tsv");
  }

  /** The table of named points, tab-separated UTF-8 with a heading. */
  public InputStream keypoints() {
    return resource(name, "keypoints.tsv");
  }

  /** The table of named parts, tab-separated UTF-8 with a heading. */
  public InputStream parts() {
    return resource(name, "parts.tsv");
  }

  /** The command that installs it. */
  public String installCommand() {
    return "tools/diorama assets install " + name;
  }

  private static InputStream resource(String pack, String file) {
    return PackManifest.class.getResourceAsStream("/org/diorama/assets/packs/" + pack + "/" + file);
  }
}
