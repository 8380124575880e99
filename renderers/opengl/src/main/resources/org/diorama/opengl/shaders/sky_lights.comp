// Adds sun, moon and stars to the pixels that show the sky: SkyLightPixels in Java. Each entry has a
// pixel of its own.
#include "view.glsl"
#include "bare.glsl"
layout(local_size_x = LIST_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;
layout(std430, binding = SKY_LIGHTS) readonly buffer SkyLightBlock { uvec4 lights[]; };

void main() {
  uvec4 light = lights[gl_GlobalInvocationID.x];
  if (light.x == 0xffffffffu) {
    return; // fills up the last group
  }
  ivec2 place = ivec2(int(light.x % view.size.x), int(light.x / view.size.x));
  if (texelFetch(visibility, place, 0).x == 0u) {
    vec3 own = uintBitsToFloat(light.yzw) * view.exposure.x;
    vec3 sum = imageLoad(radiance, place).rgb + own;
    if (hasAir()) {
      keepBare(place, bareLuminance(place) + luminanceOf(own));
    }
    imageStore(radiance, place, vec4(min(sum, vec3(BRIGHTEST)), 1.0));
  }
}
