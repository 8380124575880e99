// What is left of the sun's light behind glass.
#include "shadow.glsl"
#include "split.glsl"
layout(binding = SUN_GLASS_UNIT) uniform sampler2DArray glassMaps;

// lit: share of the sun that reaches the point past all else
vec3 sunThroughGlass(vec3 position, float depth, float lit) {
  uint summary = view.size.z * TABLE_WORDS;
  float nearest = uintBitsToFloat(~table[summary + 5u]);
  float shaded = shadowReach(nearest, uintBitsToFloat(table[summary + 6u]));
  uint index = depth < splitDepth(nearest, shaded) ? 0u : 1u;
  uint map = glassMapOf(index);
  vec3 taken = vec3(0.0);
  // A loop is skipped where no pixel of a group needs it.
  int passes = map > 0u && lit > 0.0 ? 1 : 0;
  for (int i = 0; i < passes; i++) {
    vec2 place = shadowPlace(layerOf(index), lightFromWorld(position)).xy * 0.5 + 0.5;
    taken = max(texture(glassMaps, vec3(place, float(map - 1u))).rgb, vec3(0.0));
  }
  return exp(-taken) * lit;
}
