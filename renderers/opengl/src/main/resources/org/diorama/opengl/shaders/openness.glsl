// How open a point lies to its surroundings, from the half-resolution plane of occlusion.
layout(binding = OCCLUSION_UNIT) uniform sampler2D occlusion;

// Of the four cells around a pixel, those of its own surface.
float openness(ivec2 pixel, float depth) {
  ivec2 base = (pixel - 1) >> 1;
  vec2 part = vec2(pixel - 2 * base) * 0.5;
  ivec2 last = textureSize(occlusion, 0) - 1;
  float sum = 0.0;
  float weights = 1e-6;
  for (int k = 0; k < 4; k++) {
    ivec2 offset = ivec2(k & 1, k >> 1);
    vec2 cell = texelFetch(occlusion, clamp(base + offset, ivec2(0), last), 0).xy;
    vec2 share = mix(1.0 - part, part, vec2(offset));
    float fits = clamp(1.0 - abs(cell.y - depth) / depth * 25.0, 0.001, 1.0);
    float weight = (share.x * share.y + 0.01) * fits;
    sum += weight * cell.x;
    weights += weight;
  }
  return sum / weights;
}

// What the surfaces around a point reflect back into it, as the fit of Jimenez et al. (2016) for
// surroundings of the point's own color.
vec3 withReflections(float open, vec3 albedo) {
  vec3 a = 2.0404 * albedo - 0.3324;
  vec3 b = -4.7951 * albedo + 0.6417;
  vec3 c = 2.7552 * albedo + 0.6903;
  return max(vec3(open), ((open * a + b) * open + c) * open);
}

// Share of the sky's mirror image that nearby surfaces leave: Lagarde and de Rousiers, Moving
// Frostbite to Physically Based Rendering (2014), section 4.10.2.
float mirrorOpenness(float nv, float open, float roughness) {
  return clamp(pow(nv + open, exp2(-16.0 * roughness - 1.0)) - 1.0 + open, 0.0, 1.0);
}
