// Visibility -> planes of normal, albedo, part and draw, those of them that are asked for. One
// invocation takes STRIP consecutive pixels: two parts, or draws, share a word.
#include "meeting.glsl"
#ifdef ALBEDOS
#include "texture.glsl"
#include "encode.glsl"
#endif
layout(local_size_x = STRIP_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(std430, binding = RESULT) writeonly buffer ResultBlock { uint result[]; };
layout(location = 0) uniform uvec4 places; // first word of each plane

// In the camera's frame, on the side of the triangle that is seen.
vec3 normalOf(Meeting m) {
  vec3 face = faceNormal(m, -worldDirection(vec3(m.direction)));
  vec3 n = vertexNormal(m);
  vec3 world = dot(n, n) > 1e-8 ? worldNormal(surfaces[m.triangle.instance], n) : face;
  world = dot(world, face) < 0.0 ? -world : world;
  return normalize(view.worldFromCamera[0].xyz * world.x + view.worldFromCamera[1].xyz * world.y
      + view.worldFromCamera[2].xyz * world.z);
}

#ifdef ALBEDOS
uint albedoOf(Meeting m) {
  Material material = materials[m.triangle.material];
  vec3 color = material.baseColorMetallic.rgb;
  Image image = material.baseColor;
  if (image.levels != 0u) {
    Footprint footprint = footprintOf(m);
    vec2 size = vec2(image.width, image.height);
    float longer = max(length(footprint.x * size), length(footprint.y * size));
    color *= trilinear(levelsOf(image, longer), footprint.uv, true);
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
      Meeting m = meetingAt(visible, dvec2(place) + 0.5LF);
#endif
#ifdef NORMALS
      normal = normalOf(m);
#endif
#ifdef ALBEDOS
      albedo = albedoOf(m);
#endif
      Surface surface = surfaces[draws[visible.x - 1u].instance];
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
