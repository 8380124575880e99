// What a surface before the nearest opaque one takes of a lamp's light, in a face of its maps.
#include "lamp.glsl"
#include "records.glsl"
#include "glass_taken.glsl"
layout(binding = LAMP_SHADOW_UNIT) uniform sampler2DArray lampMaps;
layout(location = 0) uniform uint faceIndex;
layout(location = 0) flat in uint material;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec3 light;
layout(location = 3) in vec3 normal;
layout(location = 4) flat in float middle;
layout(location = 0) out vec4 taken;

void main() {
  Face face = faceAt(faceIndex);
  float distance_ = length(light);
  vec3 towards = -light / distance_;
  vec3 side = normalize(cross(dFdx(light), dFdy(light)));
  side = dot(side, towards) < 0.0 ? -side : side;
  vec3 n = dot(normal, normal) > 1e-8 ? normalize(normal) : side;
  ivec3 first = ivec3(LAMP_GLASS_STEP * ivec2(gl_FragCoord.xy), int(face.forward.w));
  float opaque = 1.0; // greater is nearer
  for (int i = 0; i < LAMP_GLASS_STEP * LAMP_GLASS_STEP; i++) {
    ivec3 at = first + ivec3(i % LAMP_GLASS_STEP, i / LAMP_GLASS_STEP, 0);
    opaque = min(opaque, texelFetch(lampMaps, at, 0).x);
  }
  float ahead = dot(face.forward.xyz, light);
  float behind = min(LAMP_NEAR / max(opaque, 1e-9), middle + DEEPEST);
  float way = (behind - ahead) * distance_ / max(ahead, LAMP_NEAR);
  vec3 depth = opticalDepth(materialAt(material), uv, n, towards, dot(n, side) > 0.0, way);
  if (gl_FragCoord.z < opaque) {
    discard;
  }
  taken = vec4(depth, 0.0);
}
