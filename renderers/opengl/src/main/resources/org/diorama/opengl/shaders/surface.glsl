// Position, normal and material of the surface that a pixel shows.
#include "meeting.glsl"
#ifdef TEXTURES
#include "texture.glsl"
#endif

struct Point {
  vec3 fromCamera; // meters along the world's axes
  float depth;     // planar
  vec3 view;       // unit vectors in the world: to the camera,
  vec3 face;       // normal of the triangle, on the camera's side,
  vec3 normal;     // and the shading normal, on the face's side
  vec3 baseColor;
  float metallic;
  float roughness; // perceptual
  vec3 emission;   // in units of the exposed white
};

#include "ground.glsl"

Point pointAt(uvec2 visible, dvec2 place) {
  Meeting m = meetingAt(visible, place);
#ifdef TEXTURES
  Footprint footprint = footprintOf(m);
#endif
  Material material = materialAt(m.triangle.material);
  Surface surface = surfaceAt(m.triangle.instance);
  vec3 toPoint = worldDirection(vec3(m.direction));
  vec3 v = -normalize(toPoint);
  vec3 face = faceNormal(m, v);
  vec3 n0 = vertexNormal(m);
  vec3 n = dot(n0, n0) > 1e-8 ? worldNormal(surface, n0) : face;
#ifdef TEXTURES
  if (material.normal.levels != 0u) {
    uint a0 = attributesAt(m.triangle.vertices.x).y;
    uint a1 = attributesAt(m.triangle.vertices.y).y;
    uint a2 = attributesAt(m.triangle.vertices.z).y;
    float first = 1.0 - m.weight.x - m.weight.y;
    vec3 t0 = octahedral(a0) * first + octahedral(a1) * m.weight.x + octahedral(a2) * m.weight.y;
    float handedness = (a0 & 0x10000u) != 0u ? -1.0 : 1.0;
    vec3 tangent = worldVector(surface, t0);
    vec3 bitangent = worldVector(surface, handedness * cross(n0, t0));
    vec3 detail = filtered(material.normal, footprint.uv, footprint.x, footprint.y, false) * 2.0 - 1.0;
    tangent *= inversesqrt(max(dot(tangent, tangent), 1e-12));
    bitangent *= inversesqrt(max(dot(bitangent, bitangent), 1e-12));
    n = normalize(detail.x * tangent + detail.y * bitangent + max(detail.z, 0.05) * n);
  }
#endif
  n = dot(n, face) < 0.0 ? -n : n;

  vec3 baseColor = material.baseColorMetallic.rgb;
  float metallic = material.baseColorMetallic.w;
  float roughness = material.emissionRoughness.w;
#ifdef TEXTURES
  if (material.baseColor.levels != 0u) {
    baseColor *= filtered(material.baseColor, footprint.uv, footprint.x, footprint.y, true);
  }
  if (material.metallicRoughness.levels != 0u) {
    vec3 both = filtered(material.metallicRoughness, footprint.uv, footprint.x, footprint.y, false);
    roughness *= both.y;
    metallic *= both.z;
  }
#endif
  Point point;
  point.fromCamera = toPoint * m.depth;
  point.depth = m.depth;
  point.view = v;
  point.face = face;
  point.normal = n;
  point.baseColor = baseColor;
  point.metallic = metallic;
  point.roughness = roughness;
  point.emission = material.emissionRoughness.rgb * view.exposure.x;
  weather(point, m, surface);
  return point;
}
