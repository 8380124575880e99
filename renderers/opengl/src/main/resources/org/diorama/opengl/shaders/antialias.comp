// Antialiases edges. A pixel beside another surface finds the edge of the nearer
// triangle between both centers and takes the neighbor's color for the share of its area beyond
// that edge: geometric post-process antialiasing (Persson, 2011), with edges found in the
// visibility plane. Where triangles are too small for that, the border's own steps tell. Two pixels of
// one pane are mixed by the edges behind it, which it shows in their places: those of the next pane, or
// behind that, too. Ids are never touched.
#include "triangle.glsl"
#include "lists.glsl"
#include "develop.glsl"
#include "encode.glsl"
layout(local_size_x = LIST_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(std430, binding = RESULT) buffer ResultBlock { uint result[]; };
#ifdef EDGES_BEHIND
layout(binding = GLASS_UNIT) uniform usampler2D behind[GLASS_LAYERS]; // without glass, then its layers
#endif

// Panes that edges lie behind.
int panes = 0;

uvec2 shownAt(ivec2 pixel) {
#ifdef EDGES_BEHIND
  if (panes > 0) {
    uvec2 layer = panes == 1 ? texelFetch(behind[1], pixel, 0).xy
        : panes == 2 ? texelFetch(behind[2], pixel, 0).xy
        : panes == 3 ? texelFetch(behind[3], pixel, 0).xy : uvec2(0u);
    return layer.x != 0u ? layer : texelFetch(behind[0], pixel, 0).xy;
  }
#endif
  return texelFetch(visibility, pixel, 0).xy;
}

struct Edge {
  bool found;
  float distance; // of this pixel's center from the edge, in pixels, positive inside; taken along
  vec2 slope;     // both axes together, so that half a pixel is where the edge leaves the pixel
  float height;   // of the triangle above that edge, likewise
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
    return Edge(false, 0.0, vec2(0.0), 0.0);
  }
  dvec3 alongX = sides(triangle, dvec3(view.inverseFocalX, 0.0LF, 0.0LF));
  dvec3 alongY = sides(triangle, dvec3(0.0LF, view.inverseFocalY, 0.0LF));
  double scale = abs(alongX[side]) + abs(alongY[side]);
  if (scale == 0.0LF) {
    return Edge(false, 0.0, vec2(0.0), 0.0);
  }
  double value = facing * sides(triangle, cameraDirection(here))[side];
  double whole = facing * (start.x + start.y + start.z);
  vec2 slope = vec2(facing * alongX[side] / scale, facing * alongY[side] / scale);
  return Edge(true, float(value / scale), slope, float(whole / scale));
}

// Area of a pixel on an edge's outer side: linear while the edge cuts two opposite sides, then a
// corner's triangle.
float outside(Edge edge) {
  vec2 slope = abs(edge.slope);
  float steep = max(slope.x, slope.y);
  float gentle = min(slope.x, slope.y);
  float distance = min(abs(edge.distance), 0.5);
  float less = distance <= 0.5 * (steep - gentle)
      ? 0.5 - distance / steep
      : (0.5 - distance) * (0.5 - distance) / (2.0 * steep * gentle);
  return edge.distance > 0.0 ? less : 1.0 - less;
}

float depthAt(uvec2 pixel, uvec2 visible) {
  if (panes > 0) {
    if (visible.x == 0u) {
      return 0.0;
    }
    Triangle triangle = triangleOf(visible);
    dvec3 direction = objectDirection(triangle.instance, cameraDirection(dvec2(pixel) + 0.5LF));
    return planarDepth(triangle, meet(triangle, direction));
  }
  return uintBitsToFloat(result[view.places.x + pixel.y * view.size.x + pixel.x]);
}

bool showsDraw(ivec2 pixel, uint draw) {
  return shownAt(clamp(pixel, ivec2(0), ivec2(view.size.xy) - 1)).x == draw;
}

// Whether an edge also parts the neighbors along it into those that show the draw and those that
// don't. Where triangles are smaller than pixels it is often one inside the surface, and does not.
bool partsNeighbors(Edge edge, ivec2 here, ivec2 there, uint draw) {
  ivec2 across = there - here;
  ivec2 along = across.yx;
  for (int k = -2; k <= 2; k++) {
    for (int side = 0; side < 2; side++) {
      ivec2 offset = along * k + across * side;
      float distance = edge.distance + dot(edge.slope, vec2(offset));
      if (abs(distance) > 0.1 && showsDraw(here + offset, draw) != (distance > 0.0)) {
        return false;
      }
    }
  }
  return true;
}

// How far a straight border of a draw goes on: pixels, and whether the draw gains (0.5) or loses
// (-0.5) a row where it ends.
vec2 borderEnd(ivec2 front, ivec2 back, ivec2 along, uint draw) {
  for (int n = 1; n <= 8; n++) {
    bool inFront = showsDraw(front + along * n, draw);
    bool inBack = showsDraw(back + along * n, draw);
    if (!inFront || inBack) {
      return vec2(float(n - 1), inFront == inBack ? (inFront ? 0.5 : -0.5) : 0.0);
    }
  }
  return vec2(8.0, 0.0);
}

// How far, in pixels, a draw's border lies beyond the one between two pixels, judged by the steps at
// both ends of its straight run: Reshetov, Morphological Antialiasing (2009).
float borderShift(ivec2 front, ivec2 back, uint draw) {
  ivec2 along = (back - front).yx;
  vec2 before = borderEnd(front, back, -along, draw);
  vec2 after = borderEnd(front, back, along, draw);
  float place = (before.x + 0.5) / (before.x + after.x + 1.0);
  if (before.y * after.y < 0.0) {
    return mix(before.y, after.y, place);
  }
  return place < 0.5 ? before.y * (1.0 - 2.0 * place) : after.y * (2.0 * place - 1.0);
}

// Share of this pixel that shows the neighbor's surface.
float shareOf(uvec2 here, uvec2 mine, uvec2 there, uvec2 theirs) {
  dvec2 myPlace = dvec2(here) + 0.5LF;
  dvec2 theirPlace = dvec2(there) + 0.5LF;
  float myDepth = depthAt(here, mine);
  float theirDepth = depthAt(there, theirs);
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
  // A narrow triangle ends at the next one of its surface more often than at the surface's border.
  bool reliable = edge.found && edge.height >= 2.0;
  uint draw = mineInside ? mine.x : theirs.x;
  if (mine.x == theirs.x) {
    return reliable ? (mineInside ? outside(edge) : 1.0 - outside(edge)) : 0.0;
  }
  if (reliable && partsNeighbors(edge, ivec2(here), ivec2(there), draw)) {
    return mineInside ? outside(edge) : 1.0 - outside(edge);
  }
  ivec2 frontPixel = mineInside ? ivec2(here) : ivec2(there);
  ivec2 backPixel = mineInside ? ivec2(there) : ivec2(here);
  float shift = borderShift(frontPixel, backPixel, draw);
  return max(mineInside ? -shift : shift, 0.0);
}

#ifdef EDGES_BEHIND
bool isPane(uint draw) {
  if (draw == 0u) {
    return false;
  }
  Material material = materialAt(drawAt(draw - 1u).material);
  return material.sheen.w > 0.0 && material.transmission.w < 0.0;
}
#endif

void main() {
  if (gl_GlobalInvocationID.x >= lists[EDGES].count) {
    return;
  }
  uint pixel = entries[entryOf(EDGES, gl_GlobalInvocationID.x)];
  uvec2 here = uvec2(pixel % view.size.x, pixel / view.size.x);
  float most = 0.0;
  ivec2 from = ivec2(here);
  for (int i = 0; i < 4; i++) {
    ivec2 there = ivec2(here) + ivec2(i == 0 ? -1 : i == 1 ? 1 : 0, i == 2 ? -1 : i == 3 ? 1 : 0);
    if (there.x >= 0 && there.y >= 0 && there.x < int(view.size.x) && there.y < int(view.size.y)) {
#ifdef EDGES_BEHIND
      panes = 0;
      uint pane = shownAt(ivec2(here)).x;
      while (panes < GLASS_LAYERS && isPane(pane) && shownAt(there).x == pane) {
        panes++;
        pane = shownAt(ivec2(here)).x;
      }
#endif
      uvec2 mine = shownAt(ivec2(here));
      uvec2 theirs = shownAt(there);
      if (theirs != mine) {
        float share = shareOf(here, mine, uvec2(there), theirs);
        if (share > most) {
          most = share;
          from = there;
        }
      }
    }
  }
  // Mixed as they are displayed: beside a bright light a mean of light would show no edge.
  vec3 color = developed(ivec2(here));
  color = mix(color, developed(from), min(most, 0.5));
  result[view.places.z + pixel] = encoded(color);
}
