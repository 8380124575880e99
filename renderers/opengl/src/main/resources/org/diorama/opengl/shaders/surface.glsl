// Position, normal and material of the surface that a pixel shows. Texture gradients come from the
// rays of the neighboring pixels (Igehy, Tracing Ray Differentials, 1999).
#include "triangle.glsl"
#ifdef TEXTURES
#include "texture.glsl"
#endif
layout(std430, binding = ATTRIBUTES) readonly buffer AttributeBlock { uvec4 attributes[]; };
layout(std430, binding = SURFACES) readonly buffer SurfaceBlock { Surface surfaces[]; };
layout(std430, binding = MATERIALS) readonly buffer MaterialBlock { Material materials[]; };

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

vec3 octahedral(uint word) {
  vec2 e = unpackSnorm2x16(word);
  vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
  if (n.z < 0.0) {
    n.xy = (1.0 - abs(n.yx)) * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
  }
  return normalize(n);
}

vec3 worldVector(Surface s, vec3 v) {
  return vec3(dot(s.worldX.xyz, v), dot(s.worldY.xyz, v), dot(s.worldZ.xyz, v));
}

vec3 worldNormal(Surface s, vec3 n) {
  return normalize(vec3(dot(s.normalX.xyz, n), dot(s.normalY.xyz, n), dot(s.normalZ.xyz, n)));
}

#include "ground.glsl"

Point pointAt(uvec2 visible, dvec2 place) {
  Triangle triangle = triangleOf(visible);
  dvec3 direction = cameraDirection(place);
  dvec3 ray = objectDirection(triangle.instance, direction);
  dvec4 met = meet(triangle, ray);
  float depth = planarDepth(triangle, met);
  double scale = met.w == 0.0LF ? 0.0LF : 1.0LF / met.w;
  vec2 weight = clamp(vec2(met.xy * scale), 0.0, 1.0);

  uvec4 a0 = attributes[triangle.vertices.x];
  uvec4 a1 = attributes[triangle.vertices.y];
  uvec4 a2 = attributes[triangle.vertices.z];
#ifdef TEXTURES
  // Weights are ratios of linear functions of the ray: quotient rule.
  dvec3 second = cross(triangle.edge2, triangle.corner);
  dvec3 third = cross(triangle.corner, triangle.edge1);
  dvec3 sum = cross(triangle.edge1, triangle.edge2);
  dvec3 rayX = objectDirection(triangle.instance, dvec3(view.inverseFocalX, 0.0LF, 0.0LF));
  dvec3 rayY = objectDirection(triangle.instance, dvec3(0.0LF, view.inverseFocalY, 0.0LF));
  vec2 weightX = vec2((dvec2(dot(rayX, second), dot(rayX, third)) - dvec2(weight) * dot(rayX, sum)) * scale);
  vec2 weightY = vec2((dvec2(dot(rayY, second), dot(rayY, third)) - dvec2(weight) * dot(rayY, sum)) * scale);
  vec2 uv0 = uintBitsToFloat(a0.zw);
  vec2 edgeUv1 = uintBitsToFloat(a1.zw) - uv0;
  vec2 edgeUv2 = uintBitsToFloat(a2.zw) - uv0;
  vec2 uv = uv0 + weight.x * edgeUv1 + weight.y * edgeUv2;
  vec2 uvX = weightX.x * edgeUv1 + weightX.y * edgeUv2;
  vec2 uvY = weightY.x * edgeUv1 + weightY.y * edgeUv2;
#endif

  dvec3 normal = cross(triangle.edge1, triangle.edge2);
  Material material = materials[triangle.material];
  Surface surface = surfaces[triangle.instance];
  vec3 toPoint = worldDirection(vec3(direction));
  vec3 v = -normalize(toPoint);
  vec3 faceNormal = worldNormal(surface, vec3(normalize(normal)));
  faceNormal = dot(faceNormal, v) < 0.0 ? -faceNormal : faceNormal;
  float first = 1.0 - weight.x - weight.y;
  vec3 n0 = octahedral(a0.x) * first + octahedral(a1.x) * weight.x + octahedral(a2.x) * weight.y;
  vec3 n = dot(n0, n0) > 1e-8 ? worldNormal(surface, n0) : faceNormal;
#ifdef TEXTURES
  if (material.normal.levels != 0u) {
    vec3 t0 = octahedral(a0.y) * first + octahedral(a1.y) * weight.x + octahedral(a2.y) * weight.y;
    float handedness = (a0.y & 0x10000u) != 0u ? -1.0 : 1.0;
    vec3 tangent = worldVector(surface, t0);
    vec3 bitangent = worldVector(surface, handedness * cross(n0, t0));
    vec3 detail = filtered(material.normal, uv, uvX, uvY, false) * 2.0 - 1.0;
    tangent *= inversesqrt(max(dot(tangent, tangent), 1e-12));
    bitangent *= inversesqrt(max(dot(bitangent, bitangent), 1e-12));
    n = normalize(detail.x * tangent + detail.y * bitangent + max(detail.z, 0.05) * n);
  }
#endif
  n = dot(n, faceNormal) < 0.0 ? -n : n;

  vec3 baseColor = material.baseColorMetallic.rgb;
  float metallic = material.baseColorMetallic.w;
  float roughness = material.emissionRoughness.w;
#ifdef TEXTURES
  if (material.baseColor.levels != 0u) {
    baseColor *= filtered(material.baseColor, uv, uvX, uvY, true);
  }
  if (material.metallicRoughness.levels != 0u) {
    vec3 both = filtered(material.metallicRoughness, uv, uvX, uvY, false);
    roughness *= both.y;
    metallic *= both.z;
  }
#endif
  Point point;
  point.fromCamera = toPoint * depth;
  point.depth = depth;
  point.view = v;
  point.face = faceNormal;
  point.normal = n;
  point.baseColor = baseColor;
  point.metallic = metallic;
  point.roughness = roughness;
  point.emission = material.emissionRoughness.rgb * view.exposure.x;
  weather(point);
  return point;
}
