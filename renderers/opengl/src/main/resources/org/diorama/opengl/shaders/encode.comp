// Linear color -> the color plane.
#include "view.glsl"
#include "develop.glsl"
#include "encode.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(std430, binding = RESULT) writeonly buffer ResultBlock { uint result[]; };

void main() {
  uvec2 here = gl_GlobalInvocationID.xy;
  if (here.x < view.size.x && here.y < view.size.y) {
    result[view.places.z + here.y * view.size.x + here.x] =
        encoded(developed(ivec2(here)));
  }
}
