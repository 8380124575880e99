// The triangle seen at a pixel, met by the ray through any image position in double precision:
// depth comes from its plane, not from the depth buffer.
#include "transform.glsl"
#include "view.glsl"

struct Triangle {
  uint instance;
  uint material;
  uvec3 vertices;
  dvec3 corner; // first vertex relative to the camera, object space; the edges leave from it
  dvec3 edge1;
  dvec3 edge2;
  vec2 depths;  // least and greatest planar depth of its vertices
};

dvec3 vertexFromCamera(Transform t, uint vertex) {
  return dvec3(positionAt(vertex))
      - dvec3(t.clipX.w, t.clipY.w, t.clipW.w) - dvec3(t.cameraLow.xyz);
}

Triangle triangleOf(uvec2 visible) {
  Draw draw = drawAt(visible.x - 1u);
  uint first = draw.firstIndex + 3u * visible.y;
  Triangle result;
  result.instance = draw.instance;
  result.material = draw.material;
  result.vertices = indicesAt(first) + draw.baseVertex;
  Transform t = transformAt(draw.instance);
  result.corner = vertexFromCamera(t, result.vertices.x);
  dvec3 second = vertexFromCamera(t, result.vertices.y);
  dvec3 third = vertexFromCamera(t, result.vertices.z);
  result.edge1 = second - result.corner;
  result.edge2 = third - result.corner;
  vec3 depths = vec3(
      dot(t.clipW.xyz, vec3(result.corner)), dot(t.clipW.xyz, vec3(second)), dot(t.clipW.xyz, vec3(third)));
  result.depths = vec2(
      max(NEAR, min(depths.x, min(depths.y, depths.z))), max(depths.x, max(depths.y, depths.z)));
  return result;
}

dvec3 objectDirection(uint instance, dvec3 direction) {
  int i = 9 * int(instance);
  return dvec3(
      rayAt(i) * direction.x + rayAt(i + 1) * direction.y
          + rayAt(i + 2) * direction.z,
      rayAt(i + 3) * direction.x + rayAt(i + 4) * direction.y
          + rayAt(i + 5) * direction.z,
      rayAt(i + 6) * direction.x + rayAt(i + 7) * direction.y
          + rayAt(i + 8) * direction.z);
}

// Möller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection (1997), homogeneous form:
// weights of the second and third vertex are .x and .y over .w, planar depth is .z over .w.
dvec4 meet(Triangle triangle, dvec3 objectDirection) {
  dvec3 normal = cross(triangle.edge1, triangle.edge2);
  return dvec4(
      dot(objectDirection, cross(triangle.edge2, triangle.corner)),
      dot(objectDirection, cross(triangle.corner, triangle.edge1)),
      dot(triangle.corner, normal),
      dot(objectDirection, normal));
}

// Planar depth in meters, kept within the triangle's own where it is seen edge-on.
float planarDepth(Triangle triangle, dvec4 met) {
  if (met.w == 0.0LF) {
    return triangle.depths.x;
  }
  return clamp(float(met.z / met.w), triangle.depths.x, triangle.depths.y);
}
