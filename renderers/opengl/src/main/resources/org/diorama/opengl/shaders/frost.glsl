// How rough glass spreads the light that it lets pass. The slopes of its facets are those of GGX, of which
// a share of s^2 / (a^2 + s^2) is smaller than s: Walter, Marschner, Li and Torrance, Microfacet Models for
// Refraction through Rough Surfaces (EGSR 2007). a: the roughness squared.

// Directions that a spread is sampled by. Each stands for the image's average over what lies between them.
const int FROST_TAPS = 24;

// By how many times a facet's angle a pane turns light: as far as a mirror would, as
// KHR_materials_transmission has it, and less below glass's index, for at 1 nothing bends.
float paneTurns(float index) {
  return 2.0 * clamp(2.0 * index - 2.0, 0.0, 1.0);
}

// Likewise of small angles: variances add up. Less roughness than FROSTED counts as none.
//
// turns: of this border or pane
float spreadBy(float turns, float roughness) {
  float each = turns * roughness * roughness;
  return roughness < FROSTED ? 0.0 : each * each;
}

// One of the directions around that of smooth glass.
//
// spread: square root of the sum of spreads; width: of what it stands for, as a slope
vec3 frostTap(vec3 ahead, float spread, int tap, out float width) {
  float u = (float(tap) + 0.5) / float(FROST_TAPS);
  float turned = spread * sqrt(u / (1.0 - u));
  float angle = min(2.0 * atan(0.5 * turned), 1.5); // what would turn back goes along the pane
  float around = 2.39996323 * float(tap); // a spiral: Vogel (1979)
  width = min(min(sqrt(3.14159265 / float(FROST_TAPS)) * spread / (1.0 - u), turned), 0.7 * spread);
  vec3 side = normalize(cross(ahead, abs(ahead.z) < 0.9 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0)));
  vec3 other = cross(side, ahead);
  return cos(angle) * ahead + sin(angle) * (cos(around) * side + sin(around) * other);
}
