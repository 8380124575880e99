// The sky's luminance, and its light from tables over the octahedral map (see SphereTable), whose
// borders repeat what lies beyond the edges, so that they can be filtered.
layout(binding = SKY_UNIT) uniform sampler2DArray skyTable; // above and below the horizon
layout(binding = SKY_LIGHT_UNIT) uniform sampler2DArray skyLightTables; // irradiance, reflections

vec2 octahedralPlace(vec3 direction) {
  vec3 d = direction / (abs(direction.x) + abs(direction.y) + abs(direction.z));
  vec2 folded = (1.0 - abs(d.yx)) * vec2(d.x < 0.0 ? -1.0 : 1.0, d.y < 0.0 ? -1.0 : 1.0);
  return 0.5 * (d.z < 0.0 ? folded : d.xy) + 0.5;
}

// See HorizonTable: a square for each half, whose border is the horizon.
vec3 skyRadiance(vec3 direction) {
  vec2 p = direction.xy / (abs(direction.x) + abs(direction.y) + abs(direction.z));
  vec3 place = vec3(0.5 * vec2(p.x + p.y, p.x - p.y) + 0.5, direction.z < 0.0 ? 1.0 : 0.0);
  return textureLod(skyTable, place, 0.0).rgb * view.exposure.x;
}

vec3 skyLightTable(vec3 direction, float layer) {
  vec2 place = (octahedralPlace(direction) * SKY_LIGHT_SIZE + 1.0) / (SKY_LIGHT_SIZE + 2.0);
  return textureLod(skyLightTables, vec3(place, layer), 0.0).rgb * view.exposure.x;
}

vec3 skyIrradiance(vec3 normal) {
  return skyLightTable(normal, 0.0);
}

// Mean luminance over the lobe around a mirrored direction: of the sky itself where the surface is
// a mirror, of a prefiltered table where it is rough.
vec3 skyReflection(vec3 mirrored, float roughness) {
  float level = roughness * SKY_REFLECTIONS;
  float rougher = min(floor(level) + 1.0, SKY_REFLECTIONS);
  vec3 smoother =
      rougher == 1.0 ? skyRadiance(mirrored) : skyLightTable(mirrored, rougher - 1.0);
  return mix(smoother, skyLightTable(mirrored, rougher), level - (rougher - 1.0));
}
