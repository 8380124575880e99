// Sorts pixels into lists: surfaces without and with textures, those with a finish, and pixels beside
// an edge. Paints the sky.
#include "view.glsl"
#include "fetch.glsl"
#include "sky.glsl"
#include "lists.glsl"
#include "bare.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_IMAGE, rgba16f) writeonly uniform image2D radiance;

// Draw number and 1 / depth, which is linear over a plane's image. Outside the image: as inside.
struct Sight {
  uint draw;
  float nearness;
};

Sight sightAt(ivec2 place) {
  ivec2 inside = clamp(place, ivec2(0), ivec2(view.size.xy) - 1);
  uint draw = texelFetch(visibility, inside, 0).x;
  float depth = uintBitsToFloat(result[view.places.x + uint(inside.y) * view.size.x + uint(inside.x)]);
  return Sight(draw, 1.0 / max(depth, NEAR));
}

bool bends(Sight before, Sight here, Sight after) {
  float bend = abs(before.nearness - 2.0 * here.nearness + after.nearness);
  return before.draw != here.draw || after.draw != here.draw
      || bend > SMOOTH * float(view.inverseFocalX) * here.nearness;
}

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  uint plain = 0u;
  uint textured = 0u;
  uint finished = 0u;
  uint edges = 0u;
  for (uint i = 0u; i < STRIP && first + i < pixels; i++) {
    uint pixel = first + i;
    ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
    Sight here = sightAt(place);
    if (bends(sightAt(place - ivec2(1, 0)), here, sightAt(place + ivec2(1, 0)))
        || bends(sightAt(place - ivec2(0, 1)), here, sightAt(place + ivec2(0, 1)))) {
      edges |= 1u << i;
    }
    if (here.draw == 0u) {
      vec3 direction = normalize(worldDirection(vec3(cameraDirection(dvec2(place) + 0.5LF))));
      vec3 light = min(skyRadiance(direction), vec3(BRIGHTEST));
      imageStore(radiance, place, vec4(light, 1.0));
      keepBare(place, luminanceOf(light));
    } else {
      Material material = materialAt(drawAt(here.draw - 1u).material);
      uint levels = material.baseColor.levels | material.normal.levels | material.metallicRoughness.levels;
      bool finish = isFinished(material);
      plain |= levels == 0u && !finish ? 1u << i : 0u;
      textured |= levels == 0u || finish ? 0u : 1u << i;
      finished |= finish ? 1u << i : 0u;
    }
  }
  append(PLAIN, first, plain);
  append(TEXTURED, first, textured);
  append(FINISHED, first, finished);
  append(EDGES, first, edges);
}
