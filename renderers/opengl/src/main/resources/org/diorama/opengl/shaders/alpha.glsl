#include "fetch.glsl"
layout(binding = TEXEL_UNIT) uniform usamplerBuffer texels;

float alphaTexel(uint offset, ivec2 size, ivec2 place) {
  ivec2 wrapped = ivec2((place.x + size.x) % size.x, (place.y + size.y) % size.y);
  uint index = uint(wrapped.y * size.x + wrapped.x);
  uint word = texelFetch(texels, int(offset + (index >> 2u))).x;
  return float((word >> (8u * (index & 3u))) & 255u);
}

// The rule of org.diorama.core.asset.AlphaTest: level 0, repeated, bilinear, alpha >= cutoff.
bool isSolid(uint material, vec2 uv) {
  uint width = materialAt(material).alphaWidth;
  if (width == 0u) {
    return true;
  }
  uint offset = materialAt(material).alphaOffset;
  ivec2 size = ivec2(int(width), int(materialAt(material).alphaHeight));
  vec2 place = (uv - floor(uv)) * vec2(size) - 0.5;
  vec2 base = floor(place);
  vec2 part = place - base;
  ivec2 texel = ivec2(base);
  float top = mix(alphaTexel(offset, size, texel), alphaTexel(offset, size, texel + ivec2(1, 0)), part.x);
  float bottom =
      mix(alphaTexel(offset, size, texel + ivec2(0, 1)), alphaTexel(offset, size, texel + ivec2(1, 1)), part.x);
  return mix(top, bottom, part.y) >= 255.0 * materialAt(material).alphaCutoff;
}
