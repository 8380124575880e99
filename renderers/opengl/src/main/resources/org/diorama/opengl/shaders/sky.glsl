// The sky's luminance, and its light from tables over the octahedral map (see SphereTable), whose
// borders repeat what lies beyond the edges, so that they can be filtered.
layout(binding = SKY_UNIT) uniform sampler2DArray skyTable; // above and below the horizon
layout(binding = SKY_LIGHT_UNIT) uniform sampler2DArray skyLightTables; // irradiance, reflections

vec2 octahedralPlace(vec3 direction) {
  vec3 d = direction / (abs(direction.x) + abs(direction.y) + abs(direction.z));
  vec2 folded = (1.0 - abs(d.yx)) * vec2(d.x < 0.0 ? -1.0 : 1.0, d.y < 0.0 ? -1.0 : 1.0);
  return 0.5 * (d.z < 0.0 ? folded : d.xy) + 0.5;
}

// See HorizonTable: columns of azimuth, with one of the other end at each end, and rows of elevation
// for each half, whose first and last centers are horizon and pole.
vec3 skyRadiance(vec3 direction) {
  vec2 size = vec2(textureSize(skyTable, 0).xy);
  float across = length(direction.xy);
  float azimuth = across > 0.0 ? atan(direction.y, direction.x) : 0.0;
  float turn = azimuth / (2.0 * 3.14159265358979) + 0.5;
  float elevation = atan(abs(direction.z), across) / (0.5 * 3.14159265358979);
  vec2 place = vec2(
      (turn * (size.x - 2.0) + 1.0) / size.x, (sqrt(elevation) * (size.y - 1.0) + 0.5) / size.y);
  return textureLod(skyTable, vec3(place, direction.z < 0.0 ? 1.0 : 0.0), 0.0).rgb * view.exposure.x;
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
