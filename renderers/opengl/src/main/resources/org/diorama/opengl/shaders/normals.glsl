// Normals as vertices hold them, and to the world.
#include "records.glsl"

vec3 octahedral(uint word) {
  vec2 e = unpackSnorm2x16(word);
  vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
  if (n.z < 0.0) {
    n.xy = (1.0 - abs(n.yx)) * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
  }
  return normalize(n);
}

vec3 worldVector(Surface s, vec3 v) {
  return vec3(dot(s.worldX.xyz, v), dot(s.worldY.xyz, v), dot(s.worldZ.xyz, v));
}

vec3 worldNormal(Surface s, vec3 n) {
  return normalize(vec3(dot(s.normalX.xyz, n), dot(s.normalY.xyz, n), dot(s.normalZ.xyz, n)));
}
