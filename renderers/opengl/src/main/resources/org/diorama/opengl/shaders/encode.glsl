// IEC 61966-2-1: linear value in [0, 1] to sRGB.
vec3 srgb(vec3 value) {
  vec3 low = value * 12.92;
  vec3 high = 1.055 * pow(max(value, 1e-6), vec3(1.0 / 2.4)) - 0.055;
  return mix(high, low, lessThanEqual(value, vec3(0.0031308)));
}

// Four bytes: red lowest, 255 highest.
uint encoded(vec3 color) {
  uvec3 bytes = uvec3(srgb(clamp(color, 0.0, 1.0)) * 255.0 + 0.5);
  return bytes.r | bytes.g << 8u | bytes.b << 16u | 0xff000000u;
}
