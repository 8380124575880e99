// What a surface of glass takes of a light, as an optical depth: those of all surfaces on a way add up.
// Panes and borders by Fresnel's equations; within bodies each border adds, or takes off, what the body
// would absorb from there to the opaque surface (Beer and Lambert). As
// org.diorama.core.glass.GlassCrossing has it, but that bodies within others count as if alone.
#include "texture.glsl"
#include "dielectric.glsl"
#include "fetch.glsl"

const float COAT = 1.5;     // refractive index
const float LEAST = 1e-4;   // share that passes anything
const float DEEPEST = 2.0;  // meters behind a body's origin: small numbers keep their last digits

// n: unit normal; towards: likewise, to the light; enters: whether light goes into a body there
//
// way: meters from there to where bodies end
vec3 opticalDepth(Material m, vec2 uv, vec3 n, vec3 towards, bool enters, float way) {
  vec2 dx = dFdx(uv);
  vec2 dy = dFdy(uv);
  // The mean over a texel: the rim of a round body, which mirrors all, is thinner than that, and the
  // square of the cosine is linear across it.
  float cosine = dot(n, towards);
  float square = cosine * cosine;
  square += 0.5 * fwidth(square);
  cosine = clamp(sqrt(square), 1e-3, 1.0);
  vec3 tint = m.baseColorMetallic.rgb;
  float metallic = m.baseColorMetallic.w;
  if (m.baseColor.levels != 0u) {
    tint *= filtered(m.baseColor, uv, dx, dy, true);
  }
  if (m.metallicRoughness.levels != 0u) {
    metallic *= filtered(m.metallicRoughness, uv, dx, dy, false).z;
  }
  float mirrors = fresnelDielectric(cosine, abs(m.transmission.w));
  float share = m.sheen.w * (1.0 - metallic) * (1.0 - m.coat.x * fresnelDielectric(cosine, COAT));
  vec3 passes = share * paneTransmits(mirrors, tint);
  vec3 absorbed = vec3(0.0);
  if (m.transmission.w > 0.0) {
    passes = (1.0 - mirrors) * (enters ? share * tint : vec3(1.0));
    absorbed = m.transmission.xyz * way * (enters ? 1.0 : -1.0);
  }
  return absorbed - log(max(passes, vec3(LEAST)));
}
