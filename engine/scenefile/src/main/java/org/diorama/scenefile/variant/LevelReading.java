package org.diorama.scenefile.variant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.SceneDescription;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.grammar.SurfaceUse;

/**
 * A scene with one level of one factor over it.
 *
 * @param scene present where it could be read
 * @param locations of the keys that were written, by dotted path
 * @param assets references to assets that could be read, by the dotted path that names them
 * @param surfaces that its objects stand on
 */
public record LevelReading(
    String factor,
    String level,
    Optional<SceneDescription> scene,
    Map<String, Location> locations,
    SortedMap<String, AssetReference> assets,
    List<SurfaceUse> surfaces) {}
