// Lists the pixels with glass, and those beside its borders, which may be edges no one saw without it.
#include "view.glsl"
#include "lists.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(binding = GLASS_UNIT) uniform usampler2D layers[GLASS_LAYERS];

uint drawAt(usampler2D layer, ivec2 place) {
  return texelFetch(layer, clamp(place, ivec2(0), ivec2(view.size.xy) - 1), 0).x;
}

bool isBorder(usampler2D layer, ivec2 place) {
  uint draw = drawAt(layer, place);
  return drawAt(layer, place - ivec2(1, 0)) != draw || drawAt(layer, place + ivec2(1, 0)) != draw
      || drawAt(layer, place - ivec2(0, 1)) != draw || drawAt(layer, place + ivec2(0, 1)) != draw;
}

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  uint glass = 0u;
  uint borders = 0u;
  for (uint i = 0u; i < STRIP && first + i < pixels; i++) {
    uint pixel = first + i;
    ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
    bool isGlass = drawAt(layers[0], place) != 0u;
    glass |= isGlass ? 1u << i : 0u;
    bool border = isBorder(layers[0], place)
        || (isGlass && (isBorder(layers[1], place) || isBorder(layers[2], place)
            || isBorder(layers[3], place)));
    borders |= border ? 1u << i : 0u;
  }
  append(GLASS, first, glass);
  // An edge may be listed twice: the list of finished surfaces, done with by now, leaves room for that.
  append(EDGES, first, borders);
}
