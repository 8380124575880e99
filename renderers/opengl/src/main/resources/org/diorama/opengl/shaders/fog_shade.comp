// How much of the fog that each way from the camera passes lies in the sun's shadow: columns of cells
// of the image, in slices of equal share of what the fog scatters (froxels: Wronski, Volumetric Fog:
// Unified Compute Shader-Based Solution to Atmospheric Scattering, SIGGRAPH 2014). Between shadow
// tests the scattered share is integrated exactly, so that without shadow nothing is lost or made.
#include "view.glsl"
#include "fog.glsl"
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = 0) uniform vec4 area[2]; // as view.roof and view.roofRange, for the sun
layout(location = 2) uniform float reach;  // meters
layout(binding = FOG_SHADE_UNIT) uniform sampler2DArray casters;
layout(binding = FOG_SHADE_IMAGE, r16f) writeonly uniform image2DArray shade;

const int TESTS = 4; // a slice

// Meters after which a way has the optical depth: see FogLayer.
float wayThrough(float sine, float opticalDepth) {
  float thick = opticalDepth / view.fog.x;
  if (abs(sine) < 0.01) {
    float first = thick / fogDensity(0.0);
    return thick / fogDensity(0.5 * sine * first);
  }
  float column = fogColumn(0.0) + thick * sine;
  float left = 1.0 - column * view.fog.z;
  float above = column <= 0.0 || view.fog.z < 1e-4 ? column : -log(max(left, 1e-6)) / view.fog.z;
  return max((view.fog.y + above) / sine, 0.0);
}

// Whether anything stands between a point, in meters from the camera, and the sun.
float inShadow(vec3 point) {
  vec2 place = (point.xy + point.z * area[1].zw - area[0].xy) * area[0].z;
  float depth = texelFetch(casters, ivec3((0.5 * place + 0.5) * ROOF_SIZE, 0), 0).x;
  bool outside = max(abs(place.x), abs(place.y)) >= 1.0 || depth == 1.0;
  return !outside && area[0].w + (1.0 - depth) * area[1].x > point.z + 0.02 ? 1.0 : 0.0;
}

// Of four by four columns each begins elsewhere, in Bayer's order (An Optimum Method for Two-Level
// Rendition of Continuous-Tone Pictures, 1973): fog_shade_smooth averages over as many.
float offsetOf(ivec2 cell) {
  const int order[16] = int[16](0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5);
  return (float(order[(cell.y & 3) * 4 + (cell.x & 3)]) + 0.5) / 16.0;
}

void main() {
  ivec2 cell = ivec2(gl_GlobalInvocationID.xy);
  ivec2 size = imageSize(shade).xy;
  if (any(greaterThanEqual(cell, size))) {
    return;
  }
  dvec2 pixel = (dvec2(cell) + 0.5LF) * FOG_SHADE_CELL;
  vec3 ray = normalize(worldDirection(vec3(cameraDirection(pixel))));
  float most = 1.0 - fogTransmittance(ray * reach);
  float offset = offsetOf(cell);
  float sum = 0.0;
  for (int slice = 0; slice <= FOG_SHADE_SLICES; slice++) {
    imageStore(shade, ivec3(cell, slice), vec4(sum));
    for (int k = 0; k < TESTS && slice < FOG_SHADE_SLICES; k++) {
      float share = (float(slice * TESTS + k) + offset) / float(FOG_SHADE_SLICES * TESTS);
      float way = wayThrough(ray.z, -log(1.0 - most * share));
      sum += inShadow(ray * min(way, reach)) / float(FOG_SHADE_SLICES * TESTS);
    }
  }
}
