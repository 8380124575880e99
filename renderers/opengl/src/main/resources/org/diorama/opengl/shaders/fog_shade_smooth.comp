// Means over four by four columns: texel (x, y) is that around the corner after cell (x, y).
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = FOG_SHADE_UNIT) uniform sampler2DArray rough;
layout(binding = FOG_SHADE_IMAGE, r16f) writeonly uniform image2DArray shade;

void main() {
  ivec3 at = ivec3(gl_GlobalInvocationID);
  ivec3 size = imageSize(shade);
  if (any(greaterThanEqual(at, size))) {
    return;
  }
  float sum = 0.0;
  for (int i = 0; i < 4; i++) {
    vec2 place = vec2(at.xy) + vec2(2 * (i & 1), 2 * (i >> 1));
    sum += textureLod(rough, vec3(place / vec2(size.xy), float(at.z)), 0.0).x;
  }
  imageStore(shade, at, vec4(0.25 * sum));
}
