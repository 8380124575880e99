// What a surface before the nearest opaque one takes of the sun's light.
#include "shadow.glsl"
#include "glass_taken.glsl"
layout(binding = SHADOW_UNIT) uniform sampler2DArray shadowMaps;
layout(location = 0) uniform uint layerIndex;
layout(location = 0) flat in uint material;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec3 light;
layout(location = 3) in vec3 normal;
layout(location = 4) flat in float middle;
layout(location = 0) out vec4 taken;

void main() {
  vec3 face = normalize(cross(dFdx(light), dFdy(light)));
  face = face.z < 0.0 ? -face : face;
  vec3 n = dot(normal, normal) > 1e-8 ? normalize(normal) : face;
  Layer layer = layerOf(layerIndex);
  ivec3 first = ivec3(SUN_GLASS_STEP * ivec2(gl_FragCoord.xy), int(mapOf(layerIndex)));
  float opaque = 0.0;
  for (int i = 0; i < SUN_GLASS_STEP * SUN_GLASS_STEP; i++) {
    ivec3 at = first + ivec3(i % SUN_GLASS_STEP, i / SUN_GLASS_STEP, 0);
    opaque = max(opaque, texelFetch(shadowMaps, at, 0).x);
  }
  float behind = max(layer.farthest + (1.0 - opaque) * layer.range, middle - DEEPEST);
  bool enters = dot(n, face) > 0.0;
  vec3 depth = opticalDepth(
      materialAt(material), uv, n, vec3(0.0, 0.0, 1.0), enters, light.z - behind);
  if (gl_FragCoord.z > opaque) {
    discard;
  }
  taken = vec4(depth, 0.0);
}
