package org.diorama.dataset.gltf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.diorama.core.EngineVersion;
import org.diorama.core.asset.Material;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledSky;
import org.diorama.core.scene.Category;
import org.diorama.core.weather.SampledWeather;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.FrameStructure;

/**
 * What the root node says of the frame.
 *
 * @param twinOf the frame that this one differs from in the varied factors alone
 * @param factors name of the level, or the number, by factor
 * @param axes of the root's children
 * @param origin where the root's own origin lies in the world, meters: world = origin + child
 * @param sky as in the frame's record, likewise the weather; glTF has no word for them
 * @param emission unit of emissive factors
 * @param assets of the frame, with their licenses
 */
record FrameExtras(
    String engine,
    String engineVersion,
    String scene,
    long seed,
    long frame,
    long sequence,
    int step,
    OptionalLong twinOf,
    Optional<String> split,
    Map<String, Object> factors,
    String axes,
    Vec3 origin,
    List<Category> categories,
    SampledSky sky,
    SampledWeather weather,
    String emission,
    List<AssetCredit> assets) {

  static FrameExtras of(
      SampledFrame frame, FrameStructure structure, Vec3 origin, List<AssetCredit> credits) {
    return new FrameExtras(
        "diorama",
        EngineVersion.text(),
        frame.scene(),
        frame.key().seed(),
        frame.key().frame(),
        frame.context().position().sequence(),
        frame.context().position().step(),
        structure.originalOf(frame.key().frame()),
        frame.context().split(),
        structure.factorValues(frame.context()),
        "right-handed, +Z up, meters; this node turns them to +Y up",
        origin,
        frame.categories(),
        frame.lighting().sky(),
        frame.weather(),
        "an emissive factor times its strength of 1 is " + Material.GLOW + " cd/m2",
        credits);
  }
}
