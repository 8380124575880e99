// Averages the pattern of four by four cells over the same surface: a cell counts as far as its depth
// fits the slope between the cells around the center.
#include "view.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = OCCLUSION_UNIT) uniform sampler2D noisy;
layout(binding = OCCLUSION_IMAGE, rg32f) writeonly uniform image2D occlusion;

vec2 cellAt(ivec2 cell) {
  return texelFetch(noisy, clamp(cell, ivec2(0), textureSize(noisy, 0) - 1), 0).xy;
}

// Change of 1 / depth from cell to cell, which is even over a plane; the smaller of both sides.
float slopeAlong(ivec2 cell, ivec2 axis, float here) {
  float before = here - 1.0 / max(cellAt(cell - axis).y, 1e-6);
  float after = 1.0 / max(cellAt(cell + axis).y, 1e-6) - here;
  return abs(before) < abs(after) ? before : after;
}

void main() {
  ivec2 cell = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(cell, imageSize(occlusion)))) {
    return;
  }
  vec2 center = cellAt(cell);
  if (center.y == 0.0) {
    imageStore(occlusion, cell, vec4(1.0, 0.0, 0.0, 0.0));
    return;
  }
  float here = 1.0 / center.y;
  vec2 slope = vec2(slopeAlong(cell, ivec2(1, 0), here), slopeAlong(cell, ivec2(0, 1), here));
  float sum = 0.0;
  float weights = 0.0;
  for (int j = -2; j <= 2; j++) {
    for (int i = -2; i <= 2; i++) {
      vec2 other = cellAt(cell + ivec2(i, j));
      // The five by five cells hold each turn of the pattern once if the border counts half.
      float weight = (abs(i) == 2 ? 0.5 : 1.0) * (abs(j) == 2 ? 0.5 : 1.0);
      float expected = here + dot(slope, vec2(i, j));
      float off = abs(1.0 / max(other.y, 1e-6) - expected) / here;
      weight *= other.y == 0.0 ? 0.0 : clamp(1.0 - off * 40.0, 0.0, 1.0);
      sum += weight * other.x;
      weights += weight;
    }
  }
  imageStore(occlusion, cell, vec4(weights > 0.0 ? sum / weights : center.x, center.y, 0.0, 0.0));
}
