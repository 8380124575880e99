// Antialiases edges. A pixel beside another surface finds the edge of the nearer
// triangle between both centers and takes the neighbor's color for the share of its area beyond
// that edge: geometric post-process antialiasing (Persson, 2011), with edges found in the
// visibility plane. Ids are never touched.
#include "triangle.glsl"
#include "lists.glsl"
#include "encode.glsl"
layout(local_size_x = LIST_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_UNIT) uniform sampler2D radiance;
layout(std430, binding = RESULT) buffer ResultBlock { uint result[]; };

struct Edge {
  bool found;
  float inside; // share of this pixel on the triangle's side of its edge
};

// Barycentric functions of a triangle at an image position: linear in it, positive inside.
dvec3 sides(Triangle triangle, dvec3 direction) {
  dvec4 met = meet(triangle, objectDirection(triangle.instance, direction));
  return dvec3(met.w - met.x - met.y, met.xy);
}

// The edge by which a triangle that shows at one center ends before the other center.
Edge exitEdge(Triangle triangle, dvec2 shown, dvec2 other, dvec2 here) {
  dvec3 start = sides(triangle, cameraDirection(shown));
  dvec3 end = sides(triangle, cameraDirection(other));
  double facing = start.x + start.y + start.z < 0.0LF ? -1.0LF : 1.0LF;
  int side = -1;
  double soonest = 2.0LF;
  for (int i = 0; i < 3; i++) {
    double from = max(facing * start[i], 0.0LF);
    double to = facing * end[i];
    if (to < 0.0LF && from < soonest * (from - to)) {
      soonest = from / (from - to);
      side = i;
    }
  }
  if (side < 0) {
    return Edge(false, 1.0);
  }
  dvec3 alongX = sides(triangle, dvec3(view.inverseFocalX, 0.0LF, 0.0LF));
  dvec3 alongY = sides(triangle, dvec3(0.0LF, view.inverseFocalY, 0.0LF));
  double slope = abs(alongX[side]) + abs(alongY[side]);
  double value = facing * sides(triangle, cameraDirection(here))[side];
  float distance = slope == 0.0LF ? 0.5 : float(value / slope);
  return Edge(true, clamp(0.5 + distance, 0.0, 1.0));
}

float depthAt(uvec2 pixel) {
  return uintBitsToFloat(result[view.places.x + pixel.y * view.size.x + pixel.x]);
}

// Share of this pixel that shows the neighbor's surface.
float shareOf(uvec2 here, uvec2 mine, uvec2 there, uvec2 theirs) {
  dvec2 myPlace = dvec2(here) + 0.5LF;
  dvec2 theirPlace = dvec2(there) + 0.5LF;
  float myDepth = depthAt(here);
  float theirDepth = depthAt(there);
  bool nearer = mine.x != 0u && (theirs.x == 0u || myDepth <= theirDepth);
  Triangle front = triangleOf(nearer ? mine : theirs);
  dvec2 frontPlace = nearer ? myPlace : theirPlace;
  dvec2 backPlace = nearer ? theirPlace : myPlace;
  if (mine.x == theirs.x) {
    // Two triangles of one surface: an edge only where its plane breaks.
    dvec4 met = meet(front, objectDirection(front.instance, cameraDirection(backPlace)));
    double expected = met.w == 0.0LF ? 0.0LF : met.z / met.w;
    double actual = double(nearer ? theirDepth : myDepth);
    if (abs(expected - actual) < double(SMOOTH) * actual * view.inverseFocalX) {
      return 0.0;
    }
  }
  Edge edge = exitEdge(front, frontPlace, backPlace, myPlace);
  bool mineInside = nearer;
  if (!edge.found && mine.x != 0u && theirs.x != 0u) {
    // The front triangle reaches the other center: it is hidden there by the other's triangle.
    Triangle back = triangleOf(nearer ? theirs : mine);
    edge = exitEdge(back, backPlace, frontPlace, myPlace);
    mineInside = !nearer;
  }
  if (!edge.found) {
    return 0.0;
  }
  return mineInside ? 1.0 - edge.inside : edge.inside;
}

void main() {
  if (gl_GlobalInvocationID.x >= lists[EDGES].count) {
    return;
  }
  uint pixel = entries[entryOf(EDGES, gl_GlobalInvocationID.x)];
  uvec2 here = uvec2(pixel % view.size.x, pixel / view.size.x);
  uvec2 mine = texelFetch(visibility, ivec2(here), 0).xy;
  float most = 0.0;
  ivec2 from = ivec2(here);
  for (int i = 0; i < 4; i++) {
    ivec2 there = ivec2(here) + ivec2(i == 0 ? -1 : i == 1 ? 1 : 0, i == 2 ? -1 : i == 3 ? 1 : 0);
    if (there.x >= 0 && there.y >= 0 && there.x < int(view.size.x) && there.y < int(view.size.y)) {
      uvec2 theirs = texelFetch(visibility, there, 0).xy;
      if (theirs != mine) {
        float share = shareOf(here, mine, uvec2(there), theirs);
        if (share > most) {
          most = share;
          from = there;
        }
      }
    }
  }
  vec3 color = texelFetch(radiance, ivec2(here), 0).rgb;
  color = mix(color, texelFetch(radiance, from, 0).rgb, min(most, 0.5));
  result[view.places.z + pixel] = encoded(color);
}
