// How water lies on walls, paint and glass. It belongs to the thing it lies on: places are meters from the
// origin of its object along the world's axes, turned back by its heading.
#include "pattern.glsl"

// Smallest drops' cells, meters, and their steepest slope.
const float DROP_CELL = 0.008;
const float DROP_SLOPE = 0.5;
// Classes of size, each of twice the last one's, from which on drops are runs and patches no more.
const float DROPS_FADE = 3.0;
const float DROPS_END = 5.0;

struct Wetted {
  vec3 place;
  vec3 face;
  vec2 heading; // unit vector in the world
  float number; // of the instance
  float pixel;  // meters that a pixel covers there
};

vec3 toHeading(Wetted on, vec3 world) {
  return vec3(dot(world.xy, on.heading), dot(world.xy, vec2(-on.heading.y, on.heading.x)), world.z);
}

Wetted wettedAt(Meeting m, Surface surface, vec3 face, float pixel) {
  Transform t = transformAt(m.triangle.instance);
  vec3 inObject = vec3(m.triangle.corner) + m.weight.x * vec3(m.triangle.edge1)
      + m.weight.y * vec3(m.triangle.edge2) + vec3(t.clipX.w, t.clipY.w, t.clipW.w);
  vec2 ahead = vec2(surface.worldX.x, surface.worldY.x);
  Wetted on;
  on.heading = dot(ahead, ahead) > 1e-12 ? normalize(ahead) : vec2(1.0, 0.0);
  on.place = toHeading(on, worldVector(surface, inObject));
  on.face = toHeading(on, face);
  on.number = float(floatBitsToUint(surface.worldX.w) & 255u);
  on.pixel = pixel;
  return on;
}

// Along a steep face, level and upwards.
vec2 alongFace(Wetted on) {
  return vec2(abs(on.face.x) > abs(on.face.y) ? on.place.y : on.place.x, on.place.z);
}

// Share of a wall that is wet: water runs down it in tracks a hand to an arm wide, some meters long, and
// splashes up from the ground to the knees.
//
// above: meters above the ground
float wallShare(Wetted on, float above) {
  vec2 start = vec2(17.0, 91.0) * on.number;
  vec2 along = alongFace(on);
  float narrow = noise(along * vec2(8.0, 0.7) + start);
  // Tracks wander, and no two are as wide.
  float wide = noise(along * vec2(2.5, 0.25) + start + vec2(0.8 * (narrow - 0.5), 0.0));
  float fine = 1.0 - smoothstep(0.03, 0.06, on.pixel);
  float tracks = wide + fine * 0.45 * (narrow - 0.5);
  float splashed = 1.0 - smoothstep(0.05, 0.65, above + 0.5 * (narrow - 0.5));
  return max(mix(0.12, 0.85, smoothstep(0.35, 0.65, tracks)), splashed);
}

// Slopes of a drop of one class of size, along both axes.
vec2 dropOf(vec2 place, float size, float number) {
  vec2 scaled = place * (exp2(-size) / DROP_CELL);
  vec2 cell = floor(scaled);
  vec3 chance = chances(ivec3(ivec2(cell), 64 * int(number) + int(size)));
  float radius = mix(0.15, 0.4, chance.z);
  vec2 off = (scaled - cell - mix(vec2(radius), vec2(1.0 - radius), chance.xy)) / radius;
  return off * ((1.0 - smoothstep(0.7, 1.0, length(off))) * DROP_SLOPE * exp2(-0.5 * size));
}

// Slopes of the drops on a smooth face, of the two classes of size that a pixel tells apart: smaller ones
// are in the roughness.
vec2 drops(Wetted on, float steep) {
  float size = max(log2(3.0 * on.pixel / DROP_CELL), 0.0);
  if (size > DROPS_END) {
    return vec2(0.0);
  }
  // On steep faces they have run down.
  vec2 place = steep > 0.5 ? alongFace(on) * vec2(1.0, 0.25) : on.place.xy;
  float base = floor(size);
  vec2 slopes = mix(dropOf(place, base, on.number), dropOf(place, base + 1.0, on.number), size - base);
  return slopes * (1.0 - smoothstep(DROPS_FADE, DROPS_END, size));
}

// Tilts the normal of a smooth face as the drops on it do, by a share.
void standInDrops(inout Point point, Wetted on, float steep, float share) {
  vec2 slopes = drops(on, steep) * share;
  vec3 ahead = vec3(on.heading, 0.0);
  vec3 left = vec3(-on.heading.y, on.heading.x, 0.0);
  bool across = abs(on.face.x) > abs(on.face.y);
  vec3 first = steep > 0.5 && across ? left : ahead;
  vec3 second = steep > 0.5 ? vec3(0.0, 0.0, 1.0) : left;
  point.normal = normalize(point.normal + first * slopes.x + second * slopes.y);
}
