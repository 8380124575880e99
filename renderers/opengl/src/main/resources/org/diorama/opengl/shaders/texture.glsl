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

// The two mip levels whose texels are next in width to a footprint, and how far the coarser counts.
struct Levels {
  uint fine;   // first texel of each
  uint coarse;
  ivec2 fineSize;
  ivec2 coarseSize;
  float coarseness;
};

// footprint: in texels of level 0.
Levels levelsOf(Image image, float footprint) {
  float level = clamp(log2(max(footprint, 1e-6)), 0.0, float(image.levels - 1u));
  uint whole = uint(level);
  Levels l;
  l.coarseness = level - float(whole);
  l.fine = image.firstTexel;
  l.fineSize = ivec2(image.width, image.height);
  for (uint i = 0u; i < whole; i++) {
    l.fine += uint(l.fineSize.x * l.fineSize.y);
    l.fineSize = max(l.fineSize >> 1, ivec2(1));
  }
  l.coarse = l.fine + uint(l.fineSize.x * l.fineSize.y);
  l.coarseSize = max(l.fineSize >> 1, ivec2(1));
  return l;
}

vec3 trilinear(Levels l, vec2 uv, bool color) {
  vec3 value = bilinear(l.fine, l.fineSize, uv, color);
  if (l.coarseness > 0.0) {
    value = mix(value, bilinear(l.coarse, l.coarseSize, uv, color), l.coarseness);
  }
  return value;
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
  Levels levels = levelsOf(image, longer / taps);
  vec3 sum = vec3(0.0);
  for (float i = 0.0; i < taps; i += 1.0) {
    vec2 at = uv + axis * ((i + 0.5) / taps - 0.5);
    sum += trilinear(levels, at, color);
  }
  return sum / taps;
}
