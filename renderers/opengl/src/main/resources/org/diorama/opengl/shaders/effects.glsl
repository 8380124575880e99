// Sun, its shadow and occlusion where they are on; what is off is not in the program.
#include "clouds.glsl"
#ifdef SUN
const bool HAS_SUN = true;
#else
const bool HAS_SUN = false;
#endif
#ifdef SUN_SHADOWS
#include "sunlight.glsl"
#else
float sunlight(vec3 position, vec3 normal, float depth, vec2 pixel) {
  return throughClouds(position);
}
#endif
#ifdef SUN_GLASS
#include "sun_glass.glsl"
#else
float sunThroughGlass(vec3 position, float depth, float lit) {
  return lit;
}
#endif
#ifdef OCCLUSION
#include "openness.glsl"
#else
float openness(ivec2 pixel, float depth) {
  return 1.0;
}

vec3 withReflections(float open, vec3 albedo) {
  return vec3(1.0);
}

float mirrorOpenness(float nv, float open, float roughness) {
  return 1.0;
}
#endif
