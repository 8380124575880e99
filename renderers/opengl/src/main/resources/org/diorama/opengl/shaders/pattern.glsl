// Chance by place: a hash of whole numbers, and smooth noise of it. The same everywhere.

// Jarzynski and Olano, Hash Functions for GPU Rendering (JCGT 2020): pcg3d.
uvec3 hashed(uvec3 v) {
  v = v * 1664525u + 1013904223u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> 16u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  return v;
}

// In [0, 1).
vec3 chances(ivec3 cell) {
  return vec3(hashed(uvec3(cell)) >> 8u) / 16777216.0;
}

// Value noise with a period of one unit in its lattice, which repeats after PATTERN_PERIOD units.
float noise(vec2 place) {
  vec2 cell = floor(place);
  vec2 part = place - cell;
  part = part * part * (3.0 - 2.0 * part);
  int period = int(PATTERN_PERIOD);
  ivec2 low = ivec2(cell) & (period - 1);
  ivec2 high = (ivec2(cell) + 1) & (period - 1);
  float a = chances(ivec3(low, 7)).x;
  float b = chances(ivec3(high.x, low.y, 7)).x;
  float c = chances(ivec3(low.x, high.y, 7)).x;
  float d = chances(ivec3(high, 7)).x;
  return mix(mix(a, b, part.x), mix(c, d, part.x), part.y);
}

// Three octaves; mean one half.
float roughNoise(vec2 place) {
  return (4.0 * noise(place) + 2.0 * noise(2.0 * place) + noise(4.0 * place)) / 7.0;
}
