// The sun's light on a point, and how much of it arrives.
#include "shadow.glsl"
#include "split.glsl"
#include "spread.glsl"
#include "clouds.glsl"
layout(binding = SHADOW_UNIT) uniform sampler2DArray shadowMaps;
layout(std430, binding = TABLE) readonly buffer TableBlock { uint table[]; };

// The receiver's plane over four texels, in the order of a gather: coordinate towards the sun.
vec4 sunPlane(float here, vec2 slope, vec2 away) {
  float first = here + dot(slope, away);
  return first + vec4(slope.y, slope.x + slope.y, slope.x, 0.0);
}

// Share of the sun that reaches a point: the mean over three by three texels, bilinear between them,
// as percentage-closer filtering does (Reeves, Salesin and Cook, 1987), or over as many as the sun's
// disk covers at the distance of what is in the way (percentage-closer soft shadows: Fernando, 2005).
// Each texel is compared with the receiver's own plane above that texel, so that flat surfaces need
// next to no bias (receiver plane depth bias: Isidoro, Shadow Mapping: GPU-based Tips and
// Techniques, 2006).
float sunlight(vec3 position, vec3 normal, float depth, vec2 pixel) {
  uint summary = view.size.z * TABLE_WORDS;
  float nearest = uintBitsToFloat(~table[summary + 5u]);
  float farthest = uintBitsToFloat(table[summary + 6u]);
  float shaded = shadowReach(nearest, farthest);
  float split = splitDepth(nearest, shaded);
  uint index = depth < split ? 0u : 1u;
  if (fit[index * 8u] == 0u) {
    return throughClouds(position); // all that far is beyond the maps
  }
  Layer layer = layerOf(index);
  float where = float(fit[index * 8u + 7u]);
  vec2 texel = 2.0 * layer.halfSize / SHADOW_SIZE;
  vec3 lightNormal = lightFromWorld(normal);
  vec2 slope = -lightNormal.xy / max(lightNormal.z, 0.02);
  vec3 light = lightFromWorld(position + normal * SHADOW_OFFSET * max(texel.x, texel.y));
  vec2 at = (shadowPlace(layer, light).xy * 0.5 + 0.5) * SHADOW_SIZE - 0.5;
  vec2 base = floor(at);
  vec2 part = at - base;
  vec4 weightX = vec4(1.0 - part.x, 1.0, 1.0, part.x);
  vec4 weightY = vec4(1.0 - part.y, 1.0, 1.0, part.y);
  float sum = 0.0;
  for (int j = 0; j < 2; j++) {
    for (int i = 0; i < 2; i++) {
      vec2 block = base + vec2(2 * i, 2 * j);
      vec4 stored = textureGather(shadowMaps, vec3(block / SHADOW_SIZE, where));
      // In the order of the gather: the texels are block - 1 and block in both directions.
      vec4 awayX = (block.x - vec4(1.0, 0.0, 0.0, 1.0) - at.x) * texel.x;
      vec4 awayY = (block.y - vec4(0.0, 0.0, 1.0, 1.0) - at.y) * texel.y;
      vec4 towards = light.z + slope.x * awayX + slope.y * awayY;
      vec4 receiver = clamp(1.0 - (towards - layer.farthest) / layer.range, 0.0, 1.0);
      vec4 lit = step(receiver, stored);
      float left = weightX[2 * i];
      float right = weightX[2 * i + 1];
      float top = weightY[2 * j];
      float bottom = weightY[2 * j + 1];
      sum += dot(lit, vec4(left * bottom, right * bottom, right * top, left * top));
    }
  }
  Spread spread = Spread(vec2(1.0, 0.0), vec2(0.5)); // the same places for every pixel
  // The sun's radius a meter away, in texels.
  vec2 wide = vec2(view.sunTowards.w) / texel;
  float widest = max(wide.x, wide.y);
  float most = SUN_SOFTEST / max(min(wide.x, wide.y), 1e-9);
  float reach = min(layer.farthest + layer.range - light.z, min(1.5 * most, SUN_SEARCH));
  float blockers = 0.0;
  float height = 0.0;
  // No turn where no penumbra is wider than what is filtered above.
  int searches = reach * widest > SUN_SHARPEST ? SUN_SEARCH_TAPS : 0;
  for (int i = 0; i < searches; i++) {
    vec2 place = at + reach * wide * spreadPlace(spread, false, i, float(SUN_SEARCH_TAPS));
    vec2 corner = floor(place);
    vec4 stored = textureGather(shadowMaps, vec3((corner + 1.0) / SHADOW_SIZE, where));
    vec4 towards = sunPlane(light.z, slope * texel, corner - at);
    vec4 blocks = vec4(lessThan(stored, 1.0 - (towards - layer.farthest) / layer.range));
    blockers += dot(blocks, vec4(1.0));
    height += dot(blocks, layer.farthest + (1.0 - stored) * layer.range - towards);
    advance(spread);
  }
  bool all = searches > 0 && blockers == 4.0 * float(SUN_SEARCH_TAPS);
  float between = min(height / max(blockers, 1.0), most);
  int taps = blockers > 0.0 && !all && between * widest > SUN_SHARPEST ? SUN_TAPS : 0;
  float seen = 0.0;
  spread = spreadAt(pixel);
  for (int i = 0; i < taps; i++) {
    vec2 place = at + between * wide * spreadPlace(spread, false, i, float(SUN_TAPS));
    vec2 corner = floor(place);
    vec2 share = place - corner;
    vec4 stored = textureGather(shadowMaps, vec3((corner + 1.0) / SHADOW_SIZE, where));
    vec4 towards = sunPlane(light.z, slope * texel, corner - at);
    vec4 lit = vec4(greaterThanEqual(
        stored, clamp(1.0 - (towards - layer.farthest) / layer.range, 0.0, 1.0)));
    seen += mix(mix(lit.w, lit.z, share.x), mix(lit.x, lit.y, share.x), share.y);
    advance(spread);
  }
  float lit = taps > 0 ? seen / float(SUN_TAPS) : sum / 9.0;
  lit = shaded < farthest ? mix(lit, 1.0, smoothstep(0.8 * shaded, shaded, depth)) : lit;
  return lit * throughClouds(position);
}
