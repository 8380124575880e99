// Takes from the radiance what the fog in the sun's shadow does not scatter.
#include "view.glsl"
#include "fog.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(location = 2) uniform float reach; // meters
layout(binding = FOG_SHADE_UNIT) uniform sampler2DArray shade;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;
layout(std430, binding = RESULT) readonly buffer ResultBlock { uint result[]; };

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(here, ivec2(view.size.xy)))) {
    return;
  }
  float depth = uintBitsToFloat(result[view.places.x + uint(here.y) * view.size.x + uint(here.x)]);
  vec3 way = worldDirection(vec3(cameraDirection(dvec2(here) + 0.5LF)));
  float stretch = length(way);
  vec3 ray = way / stretch;
  float distance_ = depth > 0.0 ? min(depth * stretch, reach) : reach;
  float most = 1.0 - fogTransmittance(ray * reach);
  float passed = (1.0 - fogTransmittance(ray * distance_)) / max(most, 1e-6);
  float slice = clamp(passed, 0.0, 1.0) * float(FOG_SHADE_SLICES);
  float base = min(floor(slice), float(FOG_SHADE_SLICES - 1));
  vec2 place = ((vec2(here) + 0.5) / FOG_SHADE_CELL - 0.5) / vec2(textureSize(shade, 0).xy);
  float first = textureLod(shade, vec3(place, base), 0.0).x;
  float next = textureLod(shade, vec3(place, base + 1.0), 0.0).x;
  float lost = most * mix(first, next, slice - base);
  if (lost > 0.0) {
    vec3 light = imageLoad(radiance, here).rgb
        - view.fogSunlight.rgb * (fogPhase(dot(ray, view.sunTowards.xyz)) * lost);
    imageStore(radiance, here, vec4(max(light, vec3(0.0)), 1.0));
  }
}
