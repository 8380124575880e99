package org.diorama.assets.catalog;

import java.util.List;
import org.diorama.assets.pack.PackArchive;
import org.diorama.core.math.Vec3;

/**
 * One model of a pack.
 *
 * @param id such as {@code sweethome3d-furniture/scopia/apples}
 * @param pack name of the pack
 * @param title for people
 * @param category object class, such as {@code apple}; empty where it has none
 * @param supercategory the pack's own grouping, such as {@code Kitchen}
 * @param creator as the pack credits
 * @param archive that holds it
 * @param path of the model file inside the archive, without a leading slash
 * @param size true size in meters: width along x, depth along y, height along z
 * @param elevation usual height of its foot above the floor, meters
 * @param rotation nine values, row by row, that turn the file's coordinates, +Y up, first
 */
public record CatalogEntry(
    String id,
    String pack,
    String title,
    String category,
    String supercategory,
    String creator,
    PackArchive archive,
    String path,
    Vec3 size,
    double elevation,
    List<Double> rotation) {
  public CatalogEntry {
    rotation = List.copyOf(rotation);
  }

  /** SPDX identifier. */
  public String license() {
    return archive.license();
  }

  /** Credit as the license asks for it: title, author, origin, and that it was changed. */
  public String attribution() {
    return "\"%s\" by %s, from %s, converted and scaled".formatted(title, creator, pack);
  }
}
