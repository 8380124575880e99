// Half of an image's resolution: the mean of four by four pixels with weights 1 3 3 1, so that a
// light that moves by a pixel does not flicker. Energy stays: the weights sum to 1, and edges repeat.
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = GLARE_UNIT) uniform sampler2D source;
layout(binding = GLARE_IMAGE, rgba16f) writeonly uniform image2D target;

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(here, imageSize(target)))) {
    return;
  }
  vec2 texel = 1.0 / vec2(textureSize(source, 0));
  vec2 center = (2.0 * vec2(here) + 1.0) * texel;
  vec3 sum = vec3(0.0);
  for (int j = -1; j <= 1; j += 2) {
    for (int i = -1; i <= 1; i += 2) {
      // Weights 3 and 1 by one bilinear fetch a quarter of the way between two pixels.
      sum += textureLod(source, center + 0.75 * vec2(i, j) * texel, 0.0).rgb;
    }
  }
  imageStore(target, here, vec4(0.25 * sum, 1.0));
}
