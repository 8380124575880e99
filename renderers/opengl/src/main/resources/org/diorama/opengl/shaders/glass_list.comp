// Lists the pixels with glass.
#include "view.glsl"
#include "lists.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(binding = GLASS_UNIT) uniform usampler2D front;

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  uint glass = 0u;
  for (uint i = 0u; i < STRIP && first + i < pixels; i++) {
    uint pixel = first + i;
    ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
    glass |= texelFetch(front, place, 0).x == 0u ? 0u : 1u << i;
  }
  append(GLASS, first, glass);
}
