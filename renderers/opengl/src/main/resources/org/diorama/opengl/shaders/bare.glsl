// What pixels show with nothing in the air between the camera and the surfaces: luminance, kept where
// the color plane will be, as long as that isn't written, and only where there is something in the air.
layout(std430, binding = RESULT) buffer ResultBlock { uint result[]; };

bool hasAir() {
  return view.fog.x + view.fall.x + view.fall.y > 0.0;
}

float luminanceOf(vec3 light) {
  return dot(light, vec3(0.2126, 0.7152, 0.0722));
}

uint bareWord(ivec2 pixel) {
  return view.places.z + uint(pixel.y) * view.size.x + uint(pixel.x);
}

float bareLuminance(ivec2 pixel) {
  return uintBitsToFloat(result[bareWord(pixel)]);
}

void keepBare(ivec2 pixel, float luminance) {
  if (hasAir()) {
    result[bareWord(pixel)] = floatBitsToUint(min(luminance, BRIGHTEST));
  }
}
