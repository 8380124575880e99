package org.diorama.opengl.pass;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.irradiance.IrradianceVolume;
import org.diorama.core.light.Development;
import org.diorama.core.light.SheenAlbedo;
import org.diorama.core.outdoor.CloudShadeMap;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.weather.SurfaceWeather;

/** Numbers that Java and the shaders share. Shaders get them as definitions, never as literals. */
public final class GpuLayout {
  // Blocks of storage. What is read by later passes again has a number to itself.
  public static final int TRANSFORMS = 0;
  public static final int DRAWS = 1;
  public static final int POSITIONS = 3;
  public static final int ATTRIBUTES = 4;
  public static final int INDICES = 5;
  public static final int RAYS = 6;
  public static final int SURFACES = 7;
  public static final int MATERIALS = 8;
  public static final int RESULT = 9;
  public static final int TABLE = 10;
  public static final int TARGETS = 11;
  public static final int BITS = 12;
  public static final int COVERAGE_DRAWS = 13;
  public static final int SHADOW_FIT = 14;
  public static final int CASTERS = 15;
  public static final int LISTS = 12;
  public static final int LAMP_FACES = 2;

  /** Before the lamps' turn. */
  public static final int SKY_LIGHTS = 2;

  public static final int METER = 15;

  // Uniform blocks, which are numbered apart.
  public static final int VIEW = 2;
  public static final int LAMPS = 3;

  // Units of textures. Pixels read records as texels, vertices as storage: see fetch.glsl.
  public static final int DRAW_UNIT = 36;
  public static final int TRANSFORM_UNIT = 37;
  public static final int RAY_UNIT = 38;
  public static final int SURFACE_UNIT = 39;
  public static final int MATERIAL_UNIT = 40;
  public static final int POSITION_UNIT = 41;
  public static final int ATTRIBUTE_UNIT = 42;
  public static final int INDEX_UNIT = 43;
  public static final int LAMP_FACE_UNIT = 44;
  public static final int VISIBILITY_UNIT = 0;
  public static final int TEXEL_UNIT = 1;
  public static final int SHADOW_UNIT = 2;
  public static final int RADIANCE_UNIT = 3;
  public static final int SKY_UNIT = 4;
  public static final int SKY_LIGHT_UNIT = 5;
  public static final int ALBEDO_UNIT = 6;
  public static final int GLARE_UNIT = 7;
  public static final int OCCLUSION_UNIT = 8;
  public static final int LAMP_SHADOW_UNIT = 9;
  public static final int ROOF_UNIT = 10;

  /** What glass takes of the sun. */
  public static final int SUN_GLASS_UNIT = 11;

  /** Likewise of lamps. */
  public static final int LAMP_GLASS_UNIT = 12;

  /** How much of what falls in wind reaches the ground. */
  public static final int SHELTER_UNIT = 13;

  /** In place of what later passes write. */
  public static final int SHELTER_IMAGE = 1;

  public static final int SHEEN_UNIT = 14;
  public static final int CLOUD_UNIT = 18;
  public static final int VOLUME_UNIT = 28;
  public static final int VOLUME_DISTANCE_UNIT = 29;
  public static final int GLASS_UNIT = 20;
  public static final int GLASS_OPAQUE_UNIT = 24;
  public static final int GLASS_DEPTH_UNIT = 32;
  public static final int GLASS_IMAGE = 3;

  /** What stands in the way of the sun in fog, then how much of the fog it shades. */
  public static final int FOG_SHADE_UNIT = 25;

  /** In place of what passes before and after it write. */
  public static final int FOG_SHADE_IMAGE = 1;

  /** Pixels of a side of a column of fog. */
  public static final int FOG_SHADE_CELL = 8;

  /** Parts of a column, of equal share of what the fog scatters. */
  public static final int FOG_SHADE_SLICES = 16;

  /** Transparent layers that are seen before the opaque surface. */
  public static final int GLASS_LAYERS = 4;

  public static final int RADIANCE_IMAGE = 0;
  public static final int GLARE_IMAGE = 1;
  public static final int OCCLUSION_IMAGE = 2;

  public static final int TRANSFORM_BYTES = 64;
  public static final int DRAW_BYTES = 16;
  public static final int MATERIAL_BYTES = 144;
  public static final int SURFACE_BYTES = 96;
  public static final int RAY_BYTES = 72;
  public static final int VIEW_BYTES = 400;
  public static final int TARGET_BYTES = 28;
  public static final int COVERAGE_DRAW_BYTES = 12;
  public static final int COMMAND_BYTES = 20;
  public static final int CASTER_BYTES = 48;
  public static final int LAMP_BYTES = 96;
  public static final int LAMP_FACE_BYTES = 64;
  public static final int LAMP_CASTER_BYTES = 48;

  /** Lamps of a batch: bits of a word. */
  public static final int MOST_LAMPS = 32;

  /** Their cells. */
  public static final int MOST_LAMP_CELLS = 64;

  public static final int LAMP_BLOCK_BYTES = (MOST_LAMPS + MOST_LAMP_CELLS) * LAMP_BYTES;

  /**
   * Words of a row of the instance table: pixels, box, depth range and silhouette, then what the
   * contrast is made of.
   */
  public static final int TABLE_WORDS = 17;

  /**
   * Its sums of exposed luminance, two words each: its own as drawn and bare, those of its
   * surroundings; then how many pixels those are.
   */
  public static final int CONTRAST = 8;

  /** Steps of those sums to one. */
  public static final int CONTRAST_STEPS = 1 << 23;

  /** Consecutive pixels that one invocation of the label kernel takes; even. */
  public static final int STRIP = 16;

  /** Invocations of a workgroup of kernels over strips. */
  public static final int STRIP_GROUP = 64;

  /** Invocations of a workgroup of kernels over pixel lists. */
  public static final int LIST_GROUP = 64;

  /** Break of a surface's plane, in pixels' widths at its distance, that counts as an edge. */
  public static final double SMOOTH = 0.25;

  /** Probes in a row of the textures that hold a volume of irradiance. */
  public static final int VOLUME_COLUMNS = 16;

  /** Most texture taps along a stretched footprint. */
  public static final int MOST_TAPS = 8;

  /** Exposed value from which highlights are compressed: linear below, an even shoulder above. */
  public static final double KNEE = 0.8;

  /** Like those of lamps, for the sun. */
  public static final int SUN_SEARCH_TAPS = 12;

  public static final int SUN_TAPS = 24;

  /** Texels of a penumbra's half width up to which the plain filter is as soft. */
  public static final double SUN_SHARPEST = 1.5;

  /** Most texels of that half width, in the direction in which they are larger. */
  public static final double SUN_SOFTEST = 96;

  /** Meters towards the sun within which blockers are looked for around the ray. */
  public static final double SUN_SEARCH = 30;

  /** Meters from the camera up to which the sun's shadows are drawn, whatever is in view. */
  public static final double SUN_REACH = 300;

  /** As often as the nearest thing in view is far, where that is more: seen from the air. */
  public static final double SUN_REACH_SHARE = 30;

  /**
   * Places of a lamp's shadow map at which blockers are looked for, and light is; four texels each.
   */
  public static final int LAMP_SEARCH_TAPS = 24;

  public static final int LAMP_TAPS = 40;

  /** Likewise for each of a wide lamp's cells. */
  public static final int CELL_SEARCH_TAPS = 12;

  public static final int CELL_TAPS = 8;

  /** Blockers are looked for from the lamp to 1 / (1 + this) of the way to it. */
  public static final double LAMP_SEARCH = 2;

  /** Meters after which the pattern of snow, puddles and streaks repeats. */
  public static final int PATTERN_PERIOD = 256;

  /** Largest exposed value that is kept; half floats end at 65504. */
  public static final double BRIGHTEST = 60_000;

  /** Quarters of a stop that the light meter tells apart, around an exposed value of 1. */
  public static final int METER_BINS = 256;

  /**
   * Steps of a bin, in which is counted where in it pixels lie: the sum of the largest image fits.
   */
  public static final int METER_STEPS = 16;

  /** Shares of the pixels that the light meter leaves out. */
  public static final double METER_DARKEST = 0.05;

  public static final double METER_BRIGHTEST = 0.05;

  /** Of a record that shaders fetch as texels of four words. */
  private static final int TEXEL_BYTES = 16;

  private GpuLayout() {}

  /** Definitions to compile every shader with. */
  public static Map<String, String> constants() {
    Map<String, String> result = new LinkedHashMap<>();
    result.put("VIEW", number(VIEW));
    result.put("TRANSFORMS", number(TRANSFORMS));
    result.put("DRAWS", number(DRAWS));
    result.put("POSITIONS", number(POSITIONS));
    result.put("ATTRIBUTES", number(ATTRIBUTES));
    result.put("INDICES", number(INDICES));
    result.put("RAYS", number(RAYS));
    result.put("SURFACES", number(SURFACES));
    result.put("MATERIALS", number(MATERIALS));
    result.put("CASTERS", number(CASTERS));
    result.put("LAMP_FACES", number(LAMP_FACES));
    result.put("RESULT", number(RESULT));
    result.put("TABLE", number(TABLE));
    result.put("TARGETS", number(TARGETS));
    result.put("BITS", number(BITS));
    result.put("COVERAGE_DRAWS", number(COVERAGE_DRAWS));
    result.put("SHADOW_FIT", number(SHADOW_FIT));
    result.put("LISTS", number(LISTS));
    result.put("TRANSFORM_TEXELS", number(TRANSFORM_BYTES / TEXEL_BYTES));
    result.put("SURFACE_TEXELS", number(SURFACE_BYTES / TEXEL_BYTES));
    result.put("MATERIAL_TEXELS", number(MATERIAL_BYTES / TEXEL_BYTES));
    result.put("LAMP_FACE_TEXELS", number(LAMP_FACE_BYTES / TEXEL_BYTES));
    result.put("DRAW_UNIT", number(DRAW_UNIT));
    result.put("TRANSFORM_UNIT", number(TRANSFORM_UNIT));
    result.put("RAY_UNIT", number(RAY_UNIT));
    result.put("SURFACE_UNIT", number(SURFACE_UNIT));
    result.put("MATERIAL_UNIT", number(MATERIAL_UNIT));
    result.put("POSITION_UNIT", number(POSITION_UNIT));
    result.put("ATTRIBUTE_UNIT", number(ATTRIBUTE_UNIT));
    result.put("INDEX_UNIT", number(INDEX_UNIT));
    result.put("LAMP_FACE_UNIT", number(LAMP_FACE_UNIT));
    result.put("VISIBILITY_UNIT", number(VISIBILITY_UNIT));
    result.put("TEXEL_UNIT", number(TEXEL_UNIT));
    result.put("SHADOW_UNIT", number(SHADOW_UNIT));
    result.put("RADIANCE_UNIT", number(RADIANCE_UNIT));
    result.put("RADIANCE_IMAGE", number(RADIANCE_IMAGE));
    result.put("SKY_UNIT", number(SKY_UNIT));
    result.put("SKY_LIGHT_UNIT", number(SKY_LIGHT_UNIT));
    result.put("ALBEDO_UNIT", number(ALBEDO_UNIT));
    result.put("SHEEN_SMOOTHEST", String.format(Locale.ROOT, "%.6f", SheenAlbedo.SMOOTHEST));
    result.put("SHEEN_SIZE", number(SheenAlbedo.SIZE));
    result.put("SHEEN_UNIT", number(SHEEN_UNIT));
    result.put("CLOUD_UNIT", number(CLOUD_UNIT));
    result.put("CLOUD_NEAR", String.format(Locale.ROOT, "%.1f", CloudShadeMap.SPANS[0]));
    result.put("CLOUD_FAR", String.format(Locale.ROOT, "%.1f", CloudShadeMap.SPANS[1]));
    result.put("GLASS_UNIT", number(GLASS_UNIT));
    result.put("GLASS_BEHIND_UNIT", number(GLASS_UNIT + 1));
    result.put("GLASS_OPAQUE_UNIT", number(GLASS_OPAQUE_UNIT));
    result.put("GLASS_DEPTH_UNIT", number(GLASS_DEPTH_UNIT));
    result.put("GLASS_IMAGE", number(GLASS_IMAGE));
    result.put("GLASS_LAYERS", number(GLASS_LAYERS));
    result.put("GLARE_UNIT", number(GLARE_UNIT));
    result.put("OCCLUSION_UNIT", number(OCCLUSION_UNIT));
    result.put("VOLUME_UNIT", number(VOLUME_UNIT));
    result.put("VOLUME_DISTANCE_UNIT", number(VOLUME_DISTANCE_UNIT));
    result.put("VOLUME_COLUMNS", number(VOLUME_COLUMNS));
    result.put("VOLUME_TILE", number(IrradianceVolume.DISTANCE_SIZE) + ".0");
    result.put("VOLUME_BLUR", String.format(Locale.ROOT, "%.9f", IrradianceVolume.BLUR));
    result.put("OUTDOORS_FROM", Double.toString(IrradianceVolume.OUTDOORS_FROM));
    result.put("OUTDOORS_FULL", Double.toString(IrradianceVolume.OUTDOORS_FULL));
    result.put("OCCLUSION_IMAGE", number(OCCLUSION_IMAGE));
    result.put("OCCLUSION_RADIUS", String.format(Locale.ROOT, "%.6f", OcclusionPass.RADIUS));
    result.put("GLARE_IMAGE", number(GLARE_IMAGE));
    result.put("METER", number(METER));
    result.put("METER_BINS", number(METER_BINS) + "u");
    result.put("METER_STEPS", number(METER_STEPS) + ".0");
    result.put("METER_DARKEST", String.format(Locale.ROOT, "%.6f", METER_DARKEST));
    result.put("METER_BRIGHTEST", String.format(Locale.ROOT, "%.6f", METER_BRIGHTEST));
    result.put("MIDDLE_GRAY", String.format(Locale.ROOT, "%.6f", Development.MIDDLE_GRAY));
    result.put("DIM_STOPS", String.format(Locale.ROOT, "%.6f", Development.DIM_STOPS));
    result.put("DIM_RANGE", String.format(Locale.ROOT, "%.6f", Development.DIM_RANGE));
    result.put("DIM_SHARE", String.format(Locale.ROOT, "%.6f", Development.DIM_SHARE));
    result.put("SKY_LIGHT_SIZE", number(SkyTables.lightSize()) + ".0");
    result.put("SKY_REFLECTIONS", number(SkyTables.reflectionLevels()) + ".0");
    result.put("PATTERN_PERIOD", number(PATTERN_PERIOD) + ".0");
    result.put("BRIGHTEST", String.format(Locale.ROOT, "%.1f", BRIGHTEST));
    result.put("TABLE_WORDS", number(TABLE_WORDS) + "u");
    result.put("CONTRAST", number(CONTRAST) + "u");
    result.put("CONTRAST_STEPS", number(CONTRAST_STEPS) + ".0");
    result.put("RING", number(InstanceContrast.RING));
    result.put("STRIP", number(STRIP) + "u");
    result.put("STRIP_GROUP", number(STRIP_GROUP));
    result.put("SHADOW_SIZE", number(ShadowPass.SIZE) + ".0");
    result.put("SUN_OFFSET", String.format(Locale.ROOT, "%.9f", ShadowPass.OFFSET));
    result.put("SUN_LEAST_OFFSET", String.format(Locale.ROOT, "%.9f", ShadowPass.LEAST_OFFSET));
    result.put("SUN_OFFSET_SHARE", String.format(Locale.ROOT, "%.9f", ShadowPass.OFFSET_SHARE));
    result.put("SUN_LEAN", String.format(Locale.ROOT, "%.9f", ShadowPass.LEAN));
    result.put("SUN_FOOT", String.format(Locale.ROOT, "%.9f", ShadowPass.FOOT));
    result.put("LAMP_OFFSET", String.format(Locale.ROOT, "%.9f", LampShadowPass.OFFSET));
    result.put("SUN_GLASS_UNIT", number(SUN_GLASS_UNIT));
    result.put("SUN_GLASS_STEP", number(ShadowPass.SIZE / LightGlassPass.SUN_SIZE));
    result.put("LAMP_GLASS_UNIT", number(LAMP_GLASS_UNIT));
    result.put("LAMP_GLASS_STEP", number(LampShadowPass.SIZE / LightGlassPass.LAMP_SIZE));
    result.put("LAMPS", number(LAMPS));
    result.put("FILM_FROM", String.format(Locale.ROOT, "%.6f", SurfaceWeather.FILM_FROM));
    result.put("FOG_SHADE_UNIT", number(FOG_SHADE_UNIT));
    result.put("FOG_SHADE_IMAGE", number(FOG_SHADE_IMAGE));
    result.put("FOG_SHADE_CELL", number(FOG_SHADE_CELL) + ".0");
    result.put("FOG_SHADE_SLICES", number(FOG_SHADE_SLICES));
    result.put("ROOF_UNIT", number(ROOF_UNIT));
    result.put("SHELTER_UNIT", number(SHELTER_UNIT));
    result.put("SHELTER_IMAGE", number(SHELTER_IMAGE));
    result.put("ROOF_SIZE", number(SlantPass.SIZE) + ".0");
    result.put("SKY_LIGHTS", number(SKY_LIGHTS));
    result.put("LAMP_SHADOW_UNIT", number(LAMP_SHADOW_UNIT));
    result.put("MOST_LAMPS", number(MOST_LAMPS));
    result.put("MOST_LAMP_CELLS", number(MOST_LAMP_CELLS));
    result.put("SUN_SEARCH_TAPS", number(SUN_SEARCH_TAPS));
    result.put("SUN_TAPS", number(SUN_TAPS));
    result.put("SUN_SHARPEST", String.format(Locale.ROOT, "%.9f", SUN_SHARPEST));
    result.put("SUN_SOFTEST", String.format(Locale.ROOT, "%.9f", SUN_SOFTEST));
    result.put("SUN_SEARCH", String.format(Locale.ROOT, "%.9f", SUN_SEARCH));
    result.put("SUN_REACH", String.format(Locale.ROOT, "%.9f", SUN_REACH));
    result.put("SUN_REACH_SHARE", String.format(Locale.ROOT, "%.9f", SUN_REACH_SHARE));
    result.put("LAMP_SEARCH_TAPS", number(LAMP_SEARCH_TAPS));
    result.put("LAMP_TAPS", number(LAMP_TAPS));
    result.put("CELL_SEARCH_TAPS", number(CELL_SEARCH_TAPS));
    result.put("CELL_TAPS", number(CELL_TAPS));
    result.put("LAMP_SEARCH", String.format(Locale.ROOT, "%.9f", LAMP_SEARCH));
    result.put("LAMP_SHADOW_SIZE", number(LampShadowPass.SIZE) + ".0");
    result.put("LAMP_NEAR", String.format(Locale.ROOT, "%.9f", LampShadowPass.NEAR));
    result.put("MOST_TAPS", number(MOST_TAPS) + ".0");
    result.put("LIST_GROUP", number(LIST_GROUP));
    result.put("SMOOTH", String.format(Locale.ROOT, "%.9f", SMOOTH));
    result.put("KNEE", String.format(Locale.ROOT, "%.9f", KNEE));
    result.put("NEAR", String.format(Locale.ROOT, "%.9f", ProjectedBounds.NEAR));
    return Collections.unmodifiableMap(result);
  }

  /** The definitions and one more. */
  public static Map<String, String> with(String name, String value) {
    Map<String, String> result = new LinkedHashMap<>(constants());
    result.put(name, value);
    return result;
  }

  private static String number(int value) {
    return Integer.toString(value);
  }
}
