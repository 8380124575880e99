// Adds a coarser level to a finer one: halos of all widths, each with an equal share of the light, as
// the eye's and a lens's spread fall with the square of the angle (Spencer, Shirley, Zimmerman and
// Greenberg, Physically-Based Glare Effects for Digital Images, 1995).
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = GLARE_UNIT) uniform sampler2D coarser;
layout(binding = GLARE_IMAGE, rgba16f) uniform image2D target;
layout(location = 0) uniform float share; // of the coarser level

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  ivec2 size = imageSize(target);
  if (any(greaterThanEqual(here, size))) {
    return;
  }
  vec2 place = (vec2(here) + 0.5) / vec2(size);
  vec3 wide = textureLod(coarser, place, 0.0).rgb;
  imageStore(target, here, vec4(mix(imageLoad(target, here).rgb, wide, share), 1.0));
}
