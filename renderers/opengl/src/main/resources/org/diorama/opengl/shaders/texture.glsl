// Trilinear filtering from the texel arena, with several taps along the longer axis of the pixel's
// footprint: Feline, McCormack et al. (1999), without its weights.
#include "records.glsl"
layout(binding = TEXEL_UNIT) uniform usamplerBuffer texels;

vec3 texelAt(uint first, ivec2 size, ivec2 place) {
  ivec2 wrapped = place & (size - 1); // sides are powers of two
  uint word = texelFetch(texels, int(first) + wrapped.y * size.x + wrapped.x).x;
  return vec3(float(word & 1023u), float((word >> 10u) & 1023u), float((word >> 20u) & 1023u)) / 1023.0;
}

// Color is stored as its square root.
vec3 decode(vec3 stored, bool color) {
  return color ? stored * stored : stored;
}

vec3 bilinear(uint first, ivec2 size, vec2 uv, bool color) {
  vec2 place = fract(uv) * vec2(size) - 0.5;
  vec2 base = floor(place);
  vec2 part = place - base;
  ivec2 texel = ivec2(base);
  return mix(
      mix(decode(texelAt(first, size, texel), color),
          decode(texelAt(first, size, texel + ivec2(1, 0)), color), part.x),
      mix(decode(texelAt(first, size, texel + ivec2(0, 1)), color),
          decode(texelAt(first, size, texel + ivec2(1, 1)), color), part.x),
      part.y);
}

// dx and dy: change of uv from this pixel to the next one rightwards and downwards.
vec3 filtered(Image image, vec2 uv, vec2 dx, vec2 dy, bool color) {
  vec2 size = vec2(image.width, image.height);
  float lengthX = length(dx * size);
  float lengthY = length(dy * size);
  vec2 axis = lengthX > lengthY ? dx : dy;
  float longer = max(lengthX, lengthY);
  float shorter = max(min(lengthX, lengthY), 1e-6);
  float taps = clamp(ceil(longer / max(shorter, 1.0)), 1.0, MOST_TAPS);
  float level = clamp(log2(max(longer / taps, 1e-6)), 0.0, float(image.levels - 1u));
  uint fine = uint(level);
  float coarseness = level - float(fine);
  uint first = image.firstTexel;
  ivec2 fineSize = ivec2(image.width, image.height);
  for (uint i = 0u; i < fine; i++) {
    first += uint(fineSize.x * fineSize.y);
    fineSize = max(fineSize >> 1, ivec2(1));
  }
  uint second = first + uint(fineSize.x * fineSize.y);
  ivec2 coarseSize = max(fineSize >> 1, ivec2(1));
  vec3 sum = vec3(0.0);
  for (float i = 0.0; i < taps; i += 1.0) {
    vec2 at = uv + axis * ((i + 0.5) / taps - 0.5);
    vec3 value = bilinear(first, fineSize, at, color);
    if (coarseness > 0.0) {
      value = mix(value, bilinear(second, coarseSize, at, color), coarseness);
    }
    sum += value;
  }
  return sum / taps;
}
