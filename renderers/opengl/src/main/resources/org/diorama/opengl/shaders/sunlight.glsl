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

// As it is stored in the map.
vec4 sunDepth(Layer layer, vec4 towards) {
  return clamp(1.0 - (towards - layer.farthest) / layer.range, 0.0, 1.0);
}

// Whether nothing is in the way of a point whose plane has those depths above four texels.
vec4 litBy(vec4 stored, vec4 plane, float here) {
  return step(min(plane, here), stored);
}

// Products of weights of four texels in both directions, for the gather that starts at one of them.
vec4 gathered(vec4 x, vec4 y, ivec2 from) {
  return vec4(x[from.x], x[from.x + 1], x[from.x + 1], x[from.x])
      * vec4(y[from.y + 1], y[from.y + 1], y[from.y], y[from.y]);
}

// Share of the sun that reaches a point: the mean over three by three texels, bilinear between them,
// as percentage-closer filtering does (Reeves, Salesin and Cook, 1987), or over as many as the sun's
// disk covers at the distance of what is in the way (percentage-closer soft shadows: Fernando, 2005).
// Each texel is compared with the receiver's own plane above that texel, so that flat surfaces need
// next to no bias (receiver plane depth bias: Isidoro, Shadow Mapping: GPU-based Tips and
// Techniques, 2006). Under a low sun that plane reaches far from the point within a few texels:
// through a thin wall, on whose other side it says nothing of the point. So what lies farther from
// the sun than the point itself is not in its way, and the part of the plane that lies nearer to the
// sun than what is in the way is not lit.
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
  float where = float(mapOf(index));
  vec2 texel = 2.0 * layer.halfSize / SHADOW_SIZE;
  vec3 lightNormal = lightFromWorld(normal);
  vec2 slope = -lightNormal.xy / max(lightNormal.z, 1e-4);
  // Less under a low sun, whose shadows of thin things are long; and what a position's digits leave
  // open.
  float offset = mix(SUN_LEAST_OFFSET, SUN_OFFSET, max(lightNormal.z, 0.0)) * max(texel.x, texel.y)
      + SUN_OFFSET_SHARE * length(position);
  vec3 light = lightFromWorld(position + normal * offset);
  vec2 at = (shadowPlace(layer, light).xy * 0.5 + 0.5) * SHADOW_SIZE - 0.5;
  vec2 base = floor(at);
  vec2 part = at - base;
  vec4 weightX = vec4(1.0 - part.x, 1.0, 1.0, part.x);
  vec4 weightY = vec4(1.0 - part.y, 1.0, 1.0, part.y);
  float here = sunDepth(layer, vec4(light.z)).x;
  vec2 nearer = step(0.5, part);
  vec4 middleX = vec4(0.0, 1.0 - nearer.x, nearer.x, 0.0);
  vec4 middleY = vec4(0.0, 1.0 - nearer.y, nearer.y, 0.0);
  vec4 stored[4];
  vec4 plane[4];
  float one = max(texel.x, texel.y) / layer.range; // the depth of a texel's side
  float middle = 0.0; // whether the texel of the point is lit,
  float low = 0.0;    // or what is in the way there is as low as a texel,
  float foot = 0.0;   // or no higher than a wall whose foot lies between the point and that texel's center
  float lean = SUN_FOOT * length(part - nearer) * one;
  for (int k = 0; k < 4; k++) {
    ivec2 from = ivec2(2 * (k & 1), k & 2);
    vec2 block = base + vec2(from);
    stored[k] = textureGather(shadowMaps, vec3(block / SHADOW_SIZE, where));
    // In the order of the gather: the texels are block - 1 and block in both directions.
    plane[k] = sunDepth(layer, sunPlane(light.z, slope * texel, block - 1.0 - at));
    vec4 share = gathered(middleX, middleY, from);
    middle += dot(litBy(stored[k], plane[k], here), share);
    low += dot(litBy(stored[k], plane[k], here - one), share);
    foot += dot(litBy(stored[k], plane[k], here - lean), share);
  }
  // What else is that low beside a lit texel stands behind the point, not in its way: at the foot of
  // a sunlit wall. So it is where the point's own texel has its center on that wall already.
  float above = here - max(middle, foot) * SUN_LEAN * one;
  vec4 unblocked[4];
  float barrier = -1.0; // depth of the lowest thing in the way
  for (int k = 0; k < 4; k++) {
    unblocked[k] = litBy(stored[k], plane[k], above);
    vec4 blocker = mix(stored[k], vec4(-1.0), unblocked[k]);
    barrier = max(barrier, max(max(blocker.x, blocker.y), max(blocker.z, blocker.w)));
  }
  barrier += (1.0 - low) * SUN_LEAN * one;
  float sum = 0.0;
  for (int k = 0; k < 4; k++) {
    vec4 lit = unblocked[k] * step(barrier, plane[k]);
    sum += dot(lit, gathered(weightX, weightY, ivec2(2 * (k & 1), k & 2)));
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
    vec4 blocks = 1.0 - litBy(stored, sunDepth(layer, towards), above);
    blockers += dot(blocks, vec4(1.0));
    height += dot(blocks, here - stored) * layer.range;
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
    vec4 receiver = sunDepth(layer, towards);
    vec4 lit = litBy(stored, receiver, above) * step(barrier, receiver);
    seen += mix(mix(lit.w, lit.z, share.x), mix(lit.x, lit.y, share.x), share.y);
    advance(spread);
  }
  float lit = taps > 0 ? seen / float(SUN_TAPS) : sum / 9.0;
  lit = shaded < farthest ? mix(lit, 1.0, smoothstep(0.8 * shaded, shaded, depth)) : lit;
  return lit * throughClouds(position);
}
