package org.diorama.assets;

import java.util.OptionalInt;
import org.diorama.core.math.Vec3;

/**
 * One asset in a listing.
 *
 * @param category empty where it has none
 * @param pack empty for shapes
 * @param license SPDX identifier; empty for shapes
 * @param triangles of the finest level; empty where it is not baked yet
 * @param size meters
 */
public record AssetRow(
    String id, String category, String pack, String license, OptionalInt triangles, Vec3 size) {}
