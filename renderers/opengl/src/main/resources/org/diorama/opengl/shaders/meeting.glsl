// Where the ray through an image position meets the triangle that a pixel shows, and the values of
// its vertices there. Texture gradients come from the rays of the neighboring pixels (Igehy, Tracing
// Ray Differentials, 1999).
#include "triangle.glsl"
#include "normals.glsl"

struct Meeting {
  Triangle triangle;
  dvec3 direction; // of the ray, in the camera's frame
  double scale;    // 1 / what the weights were divided by; 0 where the triangle is seen edge-on
  float depth;     // planar
  vec2 weight;     // of the second and third vertex
};

Meeting meetingAt(uvec2 visible, dvec2 place) {
  Meeting m;
  m.triangle = triangleOf(visible);
  m.direction = cameraDirection(place);
  dvec4 met = meet(m.triangle, objectDirection(m.triangle.instance, m.direction));
  m.depth = planarDepth(m.triangle, met);
  m.scale = met.w == 0.0LF ? 0.0LF : 1.0LF / met.w;
  // Beside the triangle, as rasterizing may be by a hair, its rim counts.
  m.weight = max(vec2(met.xy * m.scale), 0.0);
  m.weight /= max(m.weight.x + m.weight.y, 1.0);
  return m;
}

// The triangle's normal in the world, on the side that a vector points to.
vec3 faceNormal(Meeting m, vec3 towardsEye) {
  dvec3 normal = cross(m.triangle.edge1, m.triangle.edge2);
  vec3 face = worldNormal(surfaceAt(m.triangle.instance), vec3(normalize(normal)));
  return dot(face, towardsEye) < 0.0 ? -face : face;
}

// The vertices' normals, in the object's space and of any length.
vec3 vertexNormal(Meeting m) {
  float first = 1.0 - m.weight.x - m.weight.y;
  return octahedral(attributesAt(m.triangle.vertices.x).x) * first
      + octahedral(attributesAt(m.triangle.vertices.y).x) * m.weight.x
      + octahedral(attributesAt(m.triangle.vertices.z).x) * m.weight.y;
}

// Texture coordinates, and their change to the next pixel rightwards and downwards.
struct Footprint {
  vec2 uv;
  vec2 x;
  vec2 y;
};

Footprint footprintOf(Meeting m) {
  // Weights are ratios of linear functions of the ray: quotient rule.
  dvec3 second = cross(m.triangle.edge2, m.triangle.corner);
  dvec3 third = cross(m.triangle.corner, m.triangle.edge1);
  dvec3 sum = cross(m.triangle.edge1, m.triangle.edge2);
  dvec3 rayX = objectDirection(m.triangle.instance, dvec3(view.inverseFocalX, 0.0LF, 0.0LF));
  dvec3 rayY = objectDirection(m.triangle.instance, dvec3(0.0LF, view.inverseFocalY, 0.0LF));
  vec2 weightX = vec2((dvec2(dot(rayX, second), dot(rayX, third)) - dvec2(m.weight) * dot(rayX, sum)) * m.scale);
  vec2 weightY = vec2((dvec2(dot(rayY, second), dot(rayY, third)) - dvec2(m.weight) * dot(rayY, sum)) * m.scale);
  vec2 uv0 = uintBitsToFloat(attributesAt(m.triangle.vertices.x).zw);
  vec2 edge1 = uintBitsToFloat(attributesAt(m.triangle.vertices.y).zw) - uv0;
  vec2 edge2 = uintBitsToFloat(attributesAt(m.triangle.vertices.z).zw) - uv0;
  return Footprint(
      uv0 + m.weight.x * edge1 + m.weight.y * edge2,
      weightX.x * edge1 + weightX.y * edge2,
      weightY.x * edge1 + weightY.y * edge2);
}
