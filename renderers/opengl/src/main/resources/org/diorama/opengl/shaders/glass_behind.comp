// Visibility and depth as if nothing were transparent. Raises the table's farthest depth to what is seen
// through glass.
#include "triangle.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = GLASS_UNIT) uniform usampler2D front;
layout(binding = GLASS_BEHIND_UNIT) uniform usampler2D behind;
layout(binding = GLASS_IMAGE, rg32ui) writeonly uniform uimage2D seen;
layout(std430, binding = TABLE) buffer TableBlock { uint table[]; };
layout(std430, binding = RESULT) buffer ResultBlock { uint result[]; };

void main() {
  uvec2 here = gl_GlobalInvocationID.xy;
  if (any(greaterThanEqual(here, view.size.xy))) {
    return;
  }
  uint pixel = here.y * view.size.x + here.x;
  uvec2 visible = texelFetch(visibility, ivec2(here), 0).xy;
  if (texelFetch(front, ivec2(here), 0).x != 0u) {
    visible = texelFetch(behind, ivec2(here), 0).xy;
    float depth = 0.0;
    if (visible.x != 0u) {
      Triangle triangle = triangleOf(visible);
      dvec3 direction = objectDirection(triangle.instance, cameraDirection(dvec2(here) + 0.5LF));
      depth = planarDepth(triangle, meet(triangle, direction));
    }
    result[view.places.x + pixel] = floatBitsToUint(depth);
    uint farthest = view.size.z * TABLE_WORDS + 6u;
    if (floatBitsToUint(depth) > table[farthest]) {
      atomicMax(table[farthest], floatBitsToUint(depth));
    }
  }
  imageStore(seen, ivec2(here), uvec4(visible, 0u, 0u));
}
