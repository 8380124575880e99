// Depth plane -> share of the cosine-weighted half sphere above each point that nearby surfaces leave
// open, at half resolution: Jimenez, Wu, Pesce and Jarabo, Practical Real-Time Strategies for
// Accurate Indirect Occlusion (SIGGRAPH 2016 course). Slices turn and steps shift in a pattern of
// four by four pixels, which the filter averages; nothing is carried over from another frame.
#include "view.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = OCCLUSION_IMAGE, rg32f) writeonly uniform image2D occlusion;
layout(std430, binding = RESULT) readonly buffer ResultBlock { uint result[]; };

const float HALF_PI = 1.57079632679490;
const int SLICES = 2;
const int STEPS = 4;

float depthAt(ivec2 pixel) {
  ivec2 inside = clamp(pixel, ivec2(0), ivec2(view.size.xy) - 1);
  return uintBitsToFloat(result[view.places.x + uint(inside.y) * view.size.x + uint(inside.x)]);
}

// In the camera's frame, meters; far behind everything where no surface is.
vec3 pointAt(ivec2 pixel) {
  float depth = depthAt(pixel);
  vec2 place = vec2(pixel) + 0.5;
  vec2 slope = (place - vec2(view.centerX, view.centerY)) * vec2(view.inverseFocalX, view.inverseFocalY);
  return vec3(slope, 1.0) * (depth > 0.0 ? depth : 1e8);
}

// Of the two neighbors along an axis the one whose depth is closer: the other may be another surface.
vec3 alongAxis(vec3 here, ivec2 pixel, ivec2 axis) {
  vec3 before = here - pointAt(pixel - axis);
  vec3 after = pointAt(pixel + axis) - here;
  return abs(before.z) < abs(after.z) ? before : after;
}

// Order in which the sixteen pixels of a pattern take their turns: Bayer (1973).
float turnOf(ivec2 cell) {
  int x = cell.x & 3;
  int y = cell.y & 3;
  int mixed = x ^ y;
  int order = ((mixed & 1) << 3) | ((y & 1) << 2) | (mixed & 2) | ((y & 2) >> 1);
  return (float(order) + 0.5) / 16.0;
}

// Highest horizon on one side of a slice, as the cosine of its angle from the view.
float horizonOn(ivec2 pixel, vec3 here, vec3 toEye, vec2 way, float shift, float radius, float lowest) {
  float pixels = radius / (here.z * float(view.inverseFocalX));
  float highest = lowest;
  for (int k = 0; k < STEPS; k++) {
    float share = (float(k) + shift) / float(STEPS);
    vec2 offset = way * max(share * share * pixels, 1.0 + float(k));
    vec3 there = pointAt(pixel + ivec2(round(offset))) - here;
    float distance = length(there);
    float cosine = dot(there, toEye) / max(distance, 1e-9);
    // What is beyond the radius fades out; a thin thing before its background does, too.
    float near = clamp(2.0 - 2.0 * distance / radius, 0.0, 1.0);
    highest = max(highest, mix(lowest, cosine, near));
  }
  return highest;
}

void main() {
  ivec2 cell = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(cell, imageSize(occlusion)))) {
    return;
  }
  ivec2 pixel = min(2 * cell, ivec2(view.size.xy) - 1);
  float depth = depthAt(pixel);
  if (depth == 0.0) {
    imageStore(occlusion, cell, vec4(1.0, 0.0, 0.0, 0.0));
    return;
  }
  vec3 here = pointAt(pixel);
  vec3 toEye = -normalize(here);
  vec3 normal = normalize(cross(alongAxis(here, pixel, ivec2(0, 1)), alongAxis(here, pixel, ivec2(1, 0))));
  normal = dot(normal, toEye) < 0.0 ? -normal : normal;
  // A point may lie a little behind the plane of its neighbors: lift it off its surface.
  here *= 1.0 - 1e-4;
  float radius = OCCLUSION_RADIUS * depth;
  float turn = turnOf(cell);
  float open = 0.0;
  for (int slice = 0; slice < SLICES; slice++) {
    float angle = (float(slice) + turn) * 2.0 * HALF_PI / float(SLICES);
    vec2 way = vec2(cos(angle), sin(angle));
    vec3 flat3 = vec3(way, 0.0);
    vec3 across = flat3 - dot(flat3, toEye) * toEye;
    vec3 axis = normalize(cross(flat3, toEye));
    vec3 projected = normal - axis * dot(normal, axis);
    float size = max(length(projected), 1e-6);
    float cosine = clamp(dot(projected, toEye) / size, -1.0, 1.0);
    float n = (dot(across, projected) < 0.0 ? -1.0 : 1.0) * acos(cosine);
    float shift = fract(turn * 5.0 + 0.5 * float(slice));
    float after = horizonOn(pixel, here, toEye, way, shift, radius, cos(n + HALF_PI));
    float before = horizonOn(pixel, here, toEye, -way, shift, radius, cos(n - HALF_PI));
    float h0 = n + clamp(-acos(clamp(before, -1.0, 1.0)) - n, -HALF_PI, HALF_PI);
    float h1 = n + clamp(acos(clamp(after, -1.0, 1.0)) - n, -HALF_PI, HALF_PI);
    float arcs = 0.25 * (2.0 * cosine + 2.0 * (h0 + h1) * sin(n) - cos(2.0 * h0 - n) - cos(2.0 * h1 - n));
    open += size * arcs;
  }
  imageStore(occlusion, cell, vec4(clamp(open / float(SLICES), 0.0, 1.0), depth, 0.0, 0.0));
}
