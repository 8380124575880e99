// From exposed linear light to what a display shows, linear in [0, 1].
layout(binding = RADIANCE_UNIT) uniform sampler2D radiance;
layout(binding = GLARE_UNIT) uniform sampler2D glare;
layout(std430, binding = METER) readonly buffer MeterBlock { float meteredFactor; };

// Linear up to KNEE, then an exponential shoulder with the same slope that tends to 1.
vec3 neutralCurve(vec3 x) {
  vec3 bent = KNEE + (1.0 - KNEE) * (1.0 - exp((KNEE - x) / (1.0 - KNEE)));
  return mix(x, bent, step(vec3(KNEE), x));
}

// Sobotka, AgX (2022): a narrower space of primaries, logarithm over 16.5 stops, a sigmoid, and
// back. The sigmoid is the polynomial of Wrensch, Minimal AgX Implementation (2023); the inverse
// of the display's power 2.2 makes it linear.
vec3 filmicCurve(vec3 x) {
  const mat3 inset = mat3(
      0.842479062253094, 0.0423282422610123, 0.0423756549057051,
      0.0784335999999992, 0.878468636469772, 0.0784336,
      0.0792237451477643, 0.0791661274605434, 0.879142973793104);
  const mat3 outset = mat3(
      1.19687900512017, -0.0528968517574562, -0.0529716355144438,
      -0.0980208811401368, 1.15190312990417, -0.0980434501171241,
      -0.0990297440797205, -0.0989611768448433, 1.15107367264116);
  vec3 stops = clamp(log2(max(inset * x, vec3(1e-10))), -12.47393, 4.026069);
  vec3 t = (stops + 12.47393) / (4.026069 + 12.47393);
  vec3 t2 = t * t;
  vec3 t4 = t2 * t2;
  vec3 curve = 15.5 * t4 * t2 - 40.14 * t4 * t + 31.96 * t4 - 6.868 * t2 * t + 0.4298 * t2
      + 0.1191 * t - 0.00232;
  return pow(max(outset * curve, vec3(0.0)), vec3(2.2));
}

// What the lens scatters is taken from the light and spread; the rest of a pixel's light is its own.
vec3 lensLight(ivec2 pixel) {
  vec3 light = texelFetch(radiance, pixel, 0).rgb;
  if (view.exposure.z > 0.0) {
    vec2 place = (vec2(pixel) + 0.5) / vec2(view.size.xy);
    light = mix(light, textureLod(glare, place, 0.0).rgb, view.exposure.z);
  }
  return light;
}

vec3 developed(ivec2 pixel) {
  vec3 light = lensLight(pixel) * view.exposure.y;
  if (view.exposure.w > 0.0) {
    light *= meteredFactor;
  }
  vec3 balanced = max(
      vec3(
          dot(view.development[0].xyz, light),
          dot(view.development[1].xyz, light),
          dot(view.development[2].xyz, light)),
      vec3(0.0));
  return view.development[0].w > 0.0 ? filmicCurve(balanced) : neutralCurve(balanced);
}
