// Visibility -> planes of normal, albedo, part and draw, those of them that are asked for. One
// invocation takes STRIP consecutive pixels: two parts, or draws, share a word.
#include "projected.glsl"
#ifdef ALBEDOS
#include "texture.glsl"
#include "encode.glsl"
#endif
layout(local_size_x = STRIP_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(std430, binding = RESULT) writeonly buffer ResultBlock { uint result[]; };
layout(location = 0) uniform uvec4 places; // first word of each plane

#ifdef NORMALS
// In the camera's frame, on the side of the triangle that is seen.
vec3 normalOf(Projected p, uvec2 pixel) {
  Surface surface = surfaceAt(p.instance);
  vec2 inverseFocal = vec2(view.inverseFocalX, view.inverseFocalY);
  vec3 ray = vec3((vec2(pixel) + 0.5 - vec2(view.centerX, view.centerY)) * inverseFocal, 1.0);
  vec3 face = worldNormal(surface, p.face);
  face = dot(face, worldDirection(ray)) > 0.0 ? -face : face;
  vec3 n = octahedral(attributesAt(p.vertices.x).x) * p.weight.x
      + octahedral(attributesAt(p.vertices.y).x) * p.weight.y
      + octahedral(attributesAt(p.vertices.z).x) * p.weight.z;
  vec3 world = dot(n, n) > 1e-8 ? worldNormal(surface, n) : face;
  world = dot(world, face) < 0.0 ? -world : world;
  return normalize(view.worldFromCamera[0].xyz * world.x + view.worldFromCamera[1].xyz * world.y
      + view.worldFromCamera[2].xyz * world.z);
}
#endif

#ifdef ALBEDOS
uint albedoOf(Projected p) {
  Material material = materialAt(p.material);
  vec3 color = material.baseColorMetallic.rgb;
  Image image = material.baseColor;
  if (image.levels != 0u) {
    // From the first vertex on: differences keep the digits of coordinates far from 0.
    vec2 uv = uintBitsToFloat(attributesAt(p.vertices.x).zw);
    vec2 edge1 = uintBitsToFloat(attributesAt(p.vertices.y).zw) - uv;
    vec2 edge2 = uintBitsToFloat(attributesAt(p.vertices.z).zw) - uv;
    vec2 size = vec2(image.width, image.height);
    float longer = max(
        length((p.weightX.y * edge1 + p.weightX.z * edge2) * size),
        length((p.weightY.y * edge1 + p.weightY.z * edge2) * size));
    uv += p.weight.y * edge1 + p.weight.z * edge2;
    color *= trilinear(levelsOf(image, longer), uv, true);
  }
  return encoded(color);
}
#endif

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  uint parts = 0u;
  uint ownDraws = 0u;
  for (uint pixel = first; pixel < min(first + STRIP, pixels); pixel++) {
    uvec2 place = uvec2(pixel % view.size.x, pixel / view.size.x);
    uvec2 visible = texelFetch(visibility, ivec2(place), 0).xy;
    vec3 normal = vec3(0.0);
    uint albedo = 0u;
    uint part = 0u;
    uint ownDraw = 0u;
    if (visible.x != 0u) {
#if defined(NORMALS) || defined(ALBEDOS)
      Projected p = projectedAt(visible, place);
#endif
#ifdef NORMALS
      normal = normalOf(p, place);
#endif
#ifdef ALBEDOS
      albedo = albedoOf(p);
#endif
      Surface surface = surfaceAt(drawAt(visible.x - 1u).instance);
      part = visible.x - floatBitsToUint(surface.worldZ.w);
      ownDraw = floatBitsToUint(surface.normalX.w);
    }
#ifdef NORMALS
    for (uint axis = 0u; axis < 3u; axis++) {
      result[places.x + 3u * pixel + axis] = floatBitsToUint(normal[axis]);
    }
#endif
#ifdef ALBEDOS
    result[places.y + pixel] = albedo;
#endif
    uint shift = 16u * (pixel & 1u);
    bool isWhole = shift != 0u || pixel + 1u == pixels;
    parts = part << shift | (shift == 0u ? 0u : parts);
    ownDraws = ownDraw << shift | (shift == 0u ? 0u : ownDraws);
#ifdef PARTS
    if (isWhole) {
      result[places.z + (pixel >> 1u)] = parts;
    }
#endif
#ifdef OWN_DRAWS
    if (isWhole) {
      result[places.w + (pixel >> 1u)] = ownDraws;
    }
#endif
  }
}
