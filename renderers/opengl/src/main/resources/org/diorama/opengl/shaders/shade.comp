// A list of pixels -> exposed linear color in [0, 1] of the surface each shows; the sky is painted
// already. Texture gradients come from the rays of the
// neighboring pixels (Igehy, Tracing Ray Differentials, 1999).
#include "triangle.glsl"
#ifdef TEXTURES
#include "texture.glsl"
#endif
#include "light.glsl"
#include "lists.glsl"
#include "shadow.glsl"
#include "split.glsl"
layout(local_size_x = LIST_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = SHADOW_UNIT) uniform sampler2DArray shadowMaps;
layout(binding = RADIANCE_IMAGE, rgba16f) writeonly uniform image2D radiance;
layout(std430, binding = ATTRIBUTES) readonly buffer AttributeBlock { uvec4 attributes[]; };
layout(std430, binding = SURFACES) readonly buffer SurfaceBlock { Surface surfaces[]; };
layout(std430, binding = MATERIALS) readonly buffer MaterialBlock { Material materials[]; };
layout(std430, binding = TABLE) readonly buffer TableBlock { uint table[]; };

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

// Share of the sun that reaches a point: the mean over three by three texels, bilinear between them,
// as percentage-closer filtering does (Reeves, Salesin and Cook, 1987). Each texel is compared with
// the receiver's own plane above that texel, so that flat surfaces need next to no bias (receiver
// plane depth bias: Isidoro, Shadow Mapping: GPU-based Tips and Techniques, 2006).
float sunlight(vec3 position, vec3 normal, float depth) {
  uint summary = view.size.z * TABLE_WORDS;
  float split = splitDepth(uintBitsToFloat(~table[summary + 5u]), uintBitsToFloat(table[summary + 6u]));
  uint index = depth < split ? 0u : 1u;
  Layer layer = layerOf(index);
  vec2 texel = 2.0 * layer.halfSize / SHADOW_SIZE;
  vec3 lightNormal = lightFromWorld(normal);
  vec2 slope = -lightNormal.xy / max(lightNormal.z, 0.02);
  vec3 light = lightFromWorld(position + normal * SHADOW_OFFSET * max(texel.x, texel.y));
  vec2 at = (shadowPlace(layer, light).xy * 0.5 + 0.5) * SHADOW_SIZE - 0.5;
  vec2 base = floor(at);
  vec2 part = at - base;
  vec4 weightX = vec4(1.0 - part.x, 1.0, 1.0, part.x);
  vec4 weightY = vec4(1.0 - part.y, 1.0, 1.0, part.y);
  float sum = 0.0;
  for (int j = 0; j < 2; j++) {
    for (int i = 0; i < 2; i++) {
      vec2 block = base + vec2(2 * i, 2 * j);
      vec4 stored = textureGather(shadowMaps, vec3(block / SHADOW_SIZE, float(index)));
      // In the order of the gather: the texels are block - 1 and block in both directions.
      vec4 awayX = (block.x - vec4(1.0, 0.0, 0.0, 1.0) - at.x) * texel.x;
      vec4 awayY = (block.y - vec4(0.0, 0.0, 1.0, 1.0) - at.y) * texel.y;
      vec4 towards = light.z + slope.x * awayX + slope.y * awayY;
      vec4 receiver = clamp(1.0 - (towards - layer.farthest) / layer.range, 0.0, 1.0);
      vec4 lit = step(receiver, stored);
      float left = weightX[2 * i];
      float right = weightX[2 * i + 1];
      float top = weightY[2 * j];
      float bottom = weightY[2 * j + 1];
      sum += dot(lit, vec4(left * bottom, right * bottom, right * top, left * top));
    }
  }
  return sum / 9.0;
}

vec3 shadeSurface(uvec2 visible, dvec2 place) {
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
  // Burley, Physically Based Shading at Disney (2012): alpha is the square of roughness. The sun's
  // own width keeps highlights finite.
  float alpha = max(roughness * roughness, max(view.sunTowards.w, 0.002));
  vec3 f0 = mix(vec3(0.04), baseColor, metallic);
  vec3 diffuse = baseColor * (1.0 - metallic);
  float nv = max(dot(n, v), 1e-3);

  vec3 result = material.emissionRoughness.rgb;
  result += diffuse / PI * skyIrradiance(n);
  result += environmentBrdf(f0, roughness, nv) * skyReflection(reflect(-v, n), roughness);
  vec3 l = view.sunTowards.xyz;
  float nl = dot(n, l);
  if (view.sunIlluminance.w > 0.0 && nl > 0.0 && dot(faceNormal, l) > 0.0) {
    vec3 h = normalize(v + l);
    float specular =
        distributionGgx(clamp(dot(n, h), 0.0, 1.0), alpha) * visibilitySmith(nl, nv, alpha);
    vec3 fresnel = fresnelSchlick(f0, clamp(dot(v, h), 0.0, 1.0));
    vec3 reflected = (diffuse / PI + specular * fresnel) * view.sunIlluminance.rgb * nl;
    result += reflected * sunlight(toPoint * depth, faceNormal, depth);
  }
  return result;
}

void main() {
  if (gl_GlobalInvocationID.x >= lists[LIST].count) {
    return;
  }
  uint pixel = entries[entryOf(LIST, gl_GlobalInvocationID.x)];
  ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
  uvec2 visible = texelFetch(visibility, place, 0).xy;
  vec3 color = shadeSurface(visible, dvec2(place) + 0.5LF);
  imageStore(radiance, place, vec4(shoulder(color), 1.0));
}
