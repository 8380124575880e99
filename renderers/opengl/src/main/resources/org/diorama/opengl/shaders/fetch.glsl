// The records that Java writes for draws, instances, materials and vertices, as texels of buffers:
// software rasterizers fetch these for several pixels at once, and read blocks of storage one after
// the other, unless all need the same record, as vertices mostly do.
#include "records.glsl"
#ifdef STORED
// For vertices, and beside arrays of samplers, where Mesa's llvmpipe fetches zeros.
layout(std430, binding = DRAWS) readonly buffer DrawBlock { Draw draws[]; };
layout(std430, binding = TRANSFORMS) readonly buffer TransformBlock { Transform transforms[]; };
layout(std430, binding = RAYS) readonly buffer RayBlock { double objectFromCamera[]; };
layout(std430, binding = SURFACES) readonly buffer SurfaceBlock { Surface surfaces[]; };
layout(std430, binding = MATERIALS) readonly buffer MaterialBlock { Material materials[]; };
layout(std430, binding = POSITIONS) readonly buffer PositionBlock { float positions[]; };
layout(std430, binding = ATTRIBUTES) readonly buffer AttributeBlock { uvec4 attributes[]; };
layout(std430, binding = INDICES) readonly buffer IndexBlock { uint indices[]; };

Draw drawAt(uint i) {
  return draws[i];
}

Transform transformAt(uint i) {
  return transforms[i];
}

Surface surfaceAt(uint i) {
  return surfaces[i];
}

Material materialAt(uint i) {
  return materials[i];
}

vec3 positionAt(uint vertex) {
  return vec3(positions[3u * vertex], positions[3u * vertex + 1u], positions[3u * vertex + 2u]);
}

uvec4 attributesAt(uint vertex) {
  return attributes[vertex];
}

uvec3 indicesAt(uint first) {
  return uvec3(indices[first], indices[first + 1u], indices[first + 2u]);
}

double rayAt(int i) {
  return objectFromCamera[i];
}
#else
layout(binding = DRAW_UNIT) uniform usamplerBuffer drawTexels;
layout(binding = TRANSFORM_UNIT) uniform samplerBuffer transformTexels;
layout(binding = RAY_UNIT) uniform usamplerBuffer rayTexels;
layout(binding = SURFACE_UNIT) uniform samplerBuffer surfaceTexels;
layout(binding = MATERIAL_UNIT) uniform usamplerBuffer materialTexels;
layout(binding = POSITION_UNIT) uniform samplerBuffer positionTexels;
layout(binding = ATTRIBUTE_UNIT) uniform usamplerBuffer attributeTexels;
layout(binding = INDEX_UNIT) uniform usamplerBuffer indexTexels;

Draw drawAt(uint i) {
  uvec4 words = texelFetch(drawTexels, int(i));
  return Draw(words.x, words.y, words.z, words.w);
}

Transform transformAt(uint i) {
  int first = TRANSFORM_TEXELS * int(i);
  return Transform(
      texelFetch(transformTexels, first),
      texelFetch(transformTexels, first + 1),
      texelFetch(transformTexels, first + 2),
      texelFetch(transformTexels, first + 3));
}

Surface surfaceAt(uint i) {
  int first = SURFACE_TEXELS * int(i);
  return Surface(
      texelFetch(surfaceTexels, first),
      texelFetch(surfaceTexels, first + 1),
      texelFetch(surfaceTexels, first + 2),
      texelFetch(surfaceTexels, first + 3),
      texelFetch(surfaceTexels, first + 4),
      texelFetch(surfaceTexels, first + 5));
}

Image imageOf(uvec4 words) {
  return Image(words.x, words.y, words.z, words.w);
}

Material materialAt(uint i) {
  int first = MATERIAL_TEXELS * int(i);
  uvec4 alpha = texelFetch(materialTexels, first + 5);
  return Material(
      uintBitsToFloat(texelFetch(materialTexels, first)),
      uintBitsToFloat(texelFetch(materialTexels, first + 1)),
      imageOf(texelFetch(materialTexels, first + 2)),
      imageOf(texelFetch(materialTexels, first + 3)),
      imageOf(texelFetch(materialTexels, first + 4)),
      alpha.x,
      alpha.y,
      alpha.z,
      uintBitsToFloat(alpha.w),
      uintBitsToFloat(texelFetch(materialTexels, first + 6)),
      uintBitsToFloat(texelFetch(materialTexels, first + 7)),
      uintBitsToFloat(texelFetch(materialTexels, first + 8)));
}

vec3 positionAt(uint vertex) {
  int first = 3 * int(vertex);
  return vec3(
      texelFetch(positionTexels, first).x,
      texelFetch(positionTexels, first + 1).x,
      texelFetch(positionTexels, first + 2).x);
}

// Packed normal and tangent, then the bits of both texture coordinates.
uvec4 attributesAt(uint vertex) {
  return texelFetch(attributeTexels, int(vertex));
}

// Those of a triangle, whose first one has that place.
uvec3 indicesAt(uint first) {
  return uvec3(
      texelFetch(indexTexels, int(first)).x,
      texelFetch(indexTexels, int(first) + 1).x,
      texelFetch(indexTexels, int(first) + 2).x);
}

// One of nine for each instance: see objectDirection.
double rayAt(int i) {
  return packDouble2x32(texelFetch(rayTexels, i).xy);
}
#endif
