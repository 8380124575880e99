// The triangle that a pixel shows and the values of its vertices there, in single precision. Weights
// are the areas that the ray makes with pairs of projected vertices, homogeneous, so that none needs
// to lie before the camera: Olano and Greer, Triangle Scan Conversion using 2D Homogeneous
// Coordinates (1997). Vertices are taken relative to the camera, then to the ray: small triangles
// lose no digits.
#include "meeting.glsl"

struct Projected {
  uint instance;
  uint material;
  uvec3 vertices;
  vec3 face;    // normal in the object's space, of any length
  vec3 weight;  // of each vertex; the first one's is 1 where the triangle is seen edge-on
  vec3 weightX; // its change to the next pixel rightwards
  vec3 weightY; // and downwards
};

vec3 vertexAt(uint vertex) {
  return positionAt(vertex);
}

// Twice the signed area between the image's origin and two places.
float areaOf(vec2 a, vec2 b) {
  return a.x * b.y - a.y * b.x;
}

Projected projectedAt(uvec2 visible, uvec2 pixel) {
  Draw draw = drawAt(visible.x - 1u);
  uint first = draw.firstIndex + 3u * visible.y;
  Projected p;
  p.instance = draw.instance;
  p.material = draw.material;
  p.vertices = indicesAt(first) + draw.baseVertex;
  vec3 corner = vertexAt(p.vertices.x);
  vec3 second = vertexAt(p.vertices.y);
  vec3 third = vertexAt(p.vertices.z);
  p.face = cross(second - corner, third - corner);
  Transform t = transformAt(draw.instance);
  vec3 a = clipPosition(t, corner).xyw;
  vec3 b = clipPosition(t, second).xyw;
  vec3 c = clipPosition(t, third).xyw;
  vec2 size = vec2(view.size.xy);
  vec2 ray = (vec2(2u * pixel + 1u) - size) / size;
  vec2 fromA = a.xy - ray * a.z;
  vec2 fromB = b.xy - ray * b.z;
  vec2 fromC = c.xy - ray * c.z;
  vec3 areas = vec3(areaOf(fromB, fromC), areaOf(fromC, fromA), areaOf(fromA, fromB));
  float sum = areas.x + areas.y + areas.z;
  float scale = sum == 0.0 ? 0.0 : 1.0 / sum;
  // Beside the triangle, as rasterizing may be by a hair, its rim counts.
  vec3 inside = max(areas * scale, 0.0);
  p.weight = sum == 0.0 ? vec3(1.0, 0.0, 0.0) : inside / (inside.x + inside.y + inside.z);
  // Quotient rule.
  vec2 step = 2.0 / size;
  vec3 areasX = step.x
      * vec3(fromB.y * c.z - fromC.y * b.z, fromC.y * a.z - fromA.y * c.z, fromA.y * b.z - fromB.y * a.z);
  vec3 areasY = step.y
      * vec3(fromC.x * b.z - fromB.x * c.z, fromA.x * c.z - fromC.x * a.z, fromB.x * a.z - fromA.x * b.z);
  p.weightX = (areasX - p.weight * (areasX.x + areasX.y + areasX.z)) * scale;
  p.weightY = (areasY - p.weight * (areasY.x + areasY.y + areasY.z)) * scale;
  return p;
}
