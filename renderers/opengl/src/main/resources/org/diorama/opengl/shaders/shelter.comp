// Share of what falls in wind that reaches level ground, for each place of the roofs' area. Gusts spread
// it, the more the higher lies what keeps it off: by a search for that and a filter of its width, as
// percentage-closer soft shadows have it (Fernando, 2005).
#include "view.glsl"
#define SHELTER
#include "roof.glsl"
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = SHELTER_IMAGE, r16f) writeonly uniform image2D shelter;

const int SEARCHES = 16;
const int TAPS = 32;

// Radius around a point within which what falls on it passes the height of what may keep it off. 0:
// nothing does.
float spreadOver(vec3 center) {
  float widest = ROOF_EDGE + gusts() * max(view.roof.w + view.roofRange.x - center.z, 0.0);
  float heights = 0.0;
  float count = 0.0;
  // Denser towards the middle, where low things count.
  for (int i = 0; i < SEARCHES; i++) {
    float radius = widest * float(i) / float(SEARCHES);
    float height = topAt(center + radius * turnOf(i)) - center.z;
    bool matters = height > ROOF_GAP && radius <= ROOF_EDGE + gusts() * height;
    heights += matters ? height : 0.0;
    count += matters ? 1.0 : 0.0;
  }
  return count > 0.0 ? ROOF_EDGE + gusts() * heights / count : 0.0;
}

void main() {
  ivec2 at = ivec2(gl_GlobalInvocationID.xy);
  ivec2 size = imageSize(shelter);
  if (any(greaterThanEqual(at, size))) {
    return;
  }
  vec2 place = 2.0 * (vec2(at) + 0.5) / vec2(size) - 1.0;
  float ground = -view.groundState.w;
  vec3 center = vec3(place / view.roof.z + view.roof.xy - ground * view.roofRange.zw, ground);
  center.z += ROOF_EDGE;
  float radius = spreadOver(center);
  imageStore(shelter, at, vec4(radius > 0.0 ? openWithin(center, radius, TAPS) : 1.0));
}
