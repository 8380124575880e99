// What a surface before the nearest opaque one takes of the sun's light, as an optical depth: those of all
// surfaces on a way add up. Panes and borders by Fresnel's equations; within bodies each border adds, or
// takes off, what the body would absorb from there to the opaque surface (Beer and Lambert). As
// org.diorama.core.light.GlassCrossing has it, but that bodies within others count as if alone.
#include "shadow.glsl"
#include "texture.glsl"
#include "dielectric.glsl"
layout(std430, binding = MATERIALS) readonly buffer MaterialBlock { Material materials[]; };
layout(binding = SHADOW_UNIT) uniform sampler2DArray shadowMaps;
layout(location = 0) uniform uint layerIndex;
layout(location = 0) flat in uint material;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec3 light;
layout(location = 3) in vec3 normal;
layout(location = 4) flat in float middle;
layout(location = 0) out vec4 taken;

const float COAT = 1.5;     // refractive index
const float LEAST = 1e-4;   // share that passes anything
const float DEEPEST = 2.0;  // meters below a body's origin: small numbers keep their last digits

void main() {
  vec2 dx = dFdx(uv);
  vec2 dy = dFdy(uv);
  vec3 face = normalize(cross(dFdx(light), dFdy(light)));
  face = face.z < 0.0 ? -face : face;
  vec3 n = dot(normal, normal) > 1e-8 ? normalize(normal) : face;
  // The mean over a texel: the rim of a round body, which mirrors all, is thinner than that, and the
  // square of the cosine is linear across it.
  float square = n.z * n.z;
  square += 0.5 * fwidth(square);
  Material m = materials[material];
  vec3 tint = m.baseColorMetallic.rgb;
  float metallic = m.baseColorMetallic.w;
  if (m.baseColor.levels != 0u) {
    tint *= filtered(m.baseColor, uv, dx, dy, true);
  }
  if (m.metallicRoughness.levels != 0u) {
    metallic *= filtered(m.metallicRoughness, uv, dx, dy, false).z;
  }
  Layer layer = layerOf(layerIndex);
  ivec3 first = ivec3(SUN_GLASS_STEP * ivec2(gl_FragCoord.xy), int(mapOf(layerIndex)));
  float opaque = 0.0;
  for (int i = 0; i < SUN_GLASS_STEP * SUN_GLASS_STEP; i++) {
    ivec3 at = first + ivec3(i % SUN_GLASS_STEP, i / SUN_GLASS_STEP, 0);
    opaque = max(opaque, texelFetch(shadowMaps, at, 0).x);
  }
  if (gl_FragCoord.z > opaque) {
    discard;
  }
  float cosine = clamp(sqrt(square), 1e-3, 1.0);
  float mirrors = fresnelDielectric(cosine, abs(m.transmission.w));
  float share = m.sheen.w * (1.0 - metallic) * (1.0 - m.coat.x * fresnelDielectric(cosine, COAT));
  vec3 passes = share * paneTransmits(mirrors, tint);
  vec3 absorbed = vec3(0.0);
  if (m.transmission.w > 0.0) {
    bool enters = dot(n, face) > 0.0;
    passes = (1.0 - mirrors) * (enters ? share * tint : vec3(1.0));
    float behind = max(layer.farthest + (1.0 - opaque) * layer.range, middle - DEEPEST);
    absorbed = m.transmission.xyz * (light.z - behind) * (enters ? 1.0 : -1.0);
  }
  taken = vec4(absorbed - log(max(passes, vec3(LEAST))), 0.0);
}
