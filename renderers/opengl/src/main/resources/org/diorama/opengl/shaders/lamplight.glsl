// How much of a lamp's light arrives at a point: percentage-closer soft shadows (Fernando, 2005)
// with the lamp's true size. Depth in the maps is LAMP_NEAR over the distance along the face's axis,
// in which a plane stays a plane: each texel is compared with the receiver's own plane there, so
// that flat surfaces need next to no bias (Isidoro, Shadow Mapping: GPU-based Tips and Techniques,
// 2006).
#include "spread.glsl"
layout(binding = LAMP_SHADOW_UNIT) uniform sampler2DArray lampMaps;

// A point's place in the map that sees it.
struct Receiver {
  float layer;
  vec2 at;       // texels
  float nearness;
  vec2 slope;    // of its plane's nearness, by texel
  vec2 sizeY;    // the lamp's half extents across and along, seen from the point: texels for each
  vec2 sizeZ;    // unit of nearness between blocker and point
};

uint lampFace(Lamp lamp, vec3 p) {
  vec3 a = abs(p);
  uint face = a.y >= a.z ? (p.y > 0.0 ? 1u : 2u) : (p.z > 0.0 ? 3u : 4u);
  face = a.x >= max(a.y, a.z) ? (p.x > 0.0 ? 0u : 5u) : face;
  return uint(lamp.cone.z) + (lamp.cone.w == 1.0 ? 0u : face);
}

Receiver receiverOf(Lamp lamp, vec3 position, vec3 normal, vec3 across, float extentY) {
  vec3 p = lampVector(lamp, position - lamp.center.xyz);
  vec3 n = lampVector(lamp, normal);
  uint index = lampFace(lamp, p);
  Face face = faceAt(index);
  float perTexel = 2.0 * face.right.w / LAMP_SHADOW_SIZE;
  p += n * LAMP_OFFSET * perTexel * max(dot(face.forward.xyz, p), LAMP_NEAR);
  vec3 inFace = vec3(dot(face.right.xyz, p), dot(face.up.xyz, p), dot(face.forward.xyz, p));
  vec3 m = vec3(dot(face.right.xyz, n), dot(face.up.xyz, n), dot(face.forward.xyz, n));
  float z = max(inFace.z, LAMP_NEAR);
  float apart = min(dot(m, inFace), -0.02 * length(inFace));
  Receiver receiver;
  receiver.layer = face.forward.w;
  receiver.at = (inFace.xy / (z * face.right.w) * 0.5 + 0.5) * LAMP_SHADOW_SIZE;
  receiver.nearness = LAMP_NEAR / z;
  receiver.slope = LAMP_NEAR * m.xy / apart * perTexel;
  vec3 y = lampVector(lamp, across) * (extentY / (LAMP_NEAR * perTexel));
  vec3 axis = lamp.intensity.w == GLOBE ? cross(normalize(p), lampVector(lamp, across)) : vec3(0.0, 0.0, 1.0);
  axis *= lamp.axisZ.w / (LAMP_NEAR * perTexel);
  receiver.sizeY = vec2(dot(face.right.xyz, y), dot(face.up.xyz, y));
  receiver.sizeZ = vec2(dot(face.right.xyz, axis), dot(face.up.xyz, axis));
  return receiver;
}

// Four texels around a place, in the order of a gather, and what the receiver's plane has there.
vec4 storedAround(Receiver receiver, vec2 at) {
  return textureGather(lampMaps, vec3(at / LAMP_SHADOW_SIZE, receiver.layer));
}

vec4 planeAround(Receiver receiver, vec2 base) {
  vec2 away = base + 0.5 - receiver.at;
  float first = receiver.nearness + dot(receiver.slope, away);
  return max(
      first + vec4(receiver.slope.y, receiver.slope.x + receiver.slope.y, receiver.slope.x, 0.0), 0.0);
}

// Share of a cell that a point sees, in [0, 1].
//
// searches: places at which blockers are looked for
// lights: likewise, light
float cellSeen(
    Lamp cell, vec3 position, vec3 normal, vec3 across, bool isBox, vec2 pixel, int searches, int lights) {
  Receiver receiver = receiverOf(cell, position, normal, across, cell.axisY.w);
  float most = LAMP_SHADOW_SIZE * 0.25;
  float wide = LAMP_SEARCH * receiver.nearness;
  float extent = max(length(receiver.sizeY), length(receiver.sizeZ)) * wide;
  float searched = clamp(extent, 1.5, most);
  float search = extent > 0.0 ? wide * searched / extent : 0.0;
  float texel = extent > 0.0 ? 2.5 * wide / extent : 0.0;
  // The same places for every pixel, denser towards the middle: small things near the point must
  // not be found by some and missed by others. The middle itself comes first.
  Spread spread = Spread(vec2(1.0, 0.0), vec2(0.5));
  // Each place tells of four texels: few fill a small disk.
  searches = min(searches, 6 + int(searched * searched));
  float blockers = 0.0;
  float nearness = 0.0;
  float inTheMiddle = 0.0;
  float middle = 0.0;
  for (int i = 0; i < searches; i++) {
    float outwards = float(i) / float(searches);
    vec2 place = isBox ? 2.0 * spread.square - 1.0 : spread.direction;
    place *= outwards;
    vec2 at = receiver.at + search * (place.x * receiver.sizeY + place.y * receiver.sizeZ);
    vec2 base = floor(at - 0.5);
    vec4 stored = storedAround(receiver, base + 1.0);
    // The way from the point to the lamp's edge has gone this far aside only where it has come so
    // much nearer to the lamp. What is found here at less, such as the sides of a hollow that the
    // point lies in, is in no light's way.
    float aside = search * (isBox ? max(abs(place.x), abs(place.y)) : outwards) - texel;
    vec4 blocks = vec4(greaterThan(stored, max(planeAround(receiver, base), receiver.nearness + aside)));
    blockers += dot(blocks, vec4(1.0));
    nearness += dot(blocks, stored);
    inTheMiddle = i == 0 ? blockers : inTheMiddle;
    middle = i == 0 ? nearness : middle;
    advance(spread);
  }
  bool all = searches > 0 && blockers == 4.0 * float(searches);
  float between = blockers > 0.0 ? nearness / blockers - receiver.nearness : 0.0;
  // What stands in the very middle of the way tells best how far away its edge may matter: close
  // behind a wall no light comes around it, whatever else is farther off.
  between = inTheMiddle > 0.0
      ? min(between, middle / inTheMiddle - receiver.nearness)
      : between;
  spread = spreadAt(pixel);
  float width = max(length(receiver.sizeY), length(receiver.sizeZ)) * max(between, 0.0);
  float filtered_ = clamp(width, 1.0, most);
  float scale = width > 0.0 ? max(between, 0.0) * filtered_ / width : 0.0;
  float seen = 0.0;
  // Where all or nothing is in the way there is nothing to filter: no turn of the loop. Within a few
  // texels a few places tell as much as many.
  int taps = blockers == 0.0 || all ? 0 : min(lights, 8 + int(4.0 * filtered_ * filtered_));
  for (int i = 0; i < taps; i++) {
    vec2 place = spreadPlace(spread, isBox, i, float(taps));
    vec2 at = receiver.at + scale * (place.x * receiver.sizeY + place.y * receiver.sizeZ);
    vec2 base = floor(at - 0.5);
    vec2 part = at - 0.5 - base;
    vec4 lit = vec4(lessThanEqual(storedAround(receiver, base + 1.0), planeAround(receiver, base)));
    seen += mix(mix(lit.w, lit.z, part.x), mix(lit.x, lit.y, part.x), part.y);
    advance(spread);
  }
  return taps == 0 ? (all ? 0.0 : 1.0) : seen / float(taps);
}

#ifdef LAMP_GLASS
layout(binding = LAMP_GLASS_UNIT) uniform sampler2DArray lampGlassMaps;

// What is left of a cell's light behind glass.
vec3 throughGlass(Lamp cell, vec3 position) {
  vec3 p = lampVector(cell, position - cell.center.xyz);
  Face face = faceAt(lampFace(cell, p));
  float z = max(dot(face.forward.xyz, p), LAMP_NEAR);
  vec2 place = vec2(dot(face.right.xyz, p), dot(face.up.xyz, p)) / (z * face.right.w) * 0.5 + 0.5;
  vec3 taken = textureLod(lampGlassMaps, vec3(place, max(face.glass.x - 1.0, 0.0)), 0.0).rgb;
  return face.glass.x > 0.0 ? exp(-max(taken, vec3(0.0))) : vec3(1.0);
}
#else
vec3 throughGlass(Lamp cell, vec3 position) {
  return vec3(1.0);
}
#endif

// Share of the lamp's light that reaches a point, in [0, 1]: of what arrives from its cells.
//
// across: unit vector in the world across the lamp as the point sees it
// matters: whether it is asked for; if not, no time is spent on it
vec3 lampSeen(
    Lamp lamp, vec3 position, vec3 normal, vec3 across, bool isBox, vec2 pixel, bool matters) {
  int count = int(lamp.cone.w);
  int searches = count > 1 ? CELL_SEARCH_TAPS : LAMP_SEARCH_TAPS;
  int lights = count > 1 ? CELL_TAPS : LAMP_TAPS;
  float sum = 0.0;
  vec3 seen = vec3(0.0);
  for (int i = 0; i < count; i++) {
    Lamp cell = cells[int(lamp.cone.z) + i];
    vec3 apart = cell.center.xyz - position;
    float square = max(dot(apart, apart), 1e-8);
    vec3 towards = apart * inversesqrt(square);
    float weight = max(dot(normal, towards), 0.0) * lampShare(lamp, -towards) / square;
    weight = count > 1 ? weight : 1.0;
    float lit =
        cellSeen(cell, position, normal, across, isBox, pixel, matters && weight > 0.0 ? searches : 0, lights);
    seen += weight * lit * throughGlass(cell, position);
    sum += weight;
  }
  return sum > 0.0 ? seen / sum : vec3(1.0);
}
