// The shade of clouds by place: CloudShadeMap in Java.
layout(binding = CLOUD_UNIT) uniform sampler2DArray cloudShade;

float edgeOf(vec2 place) {
  vec2 away = abs(place);
  return smoothstep(0.4, 0.5, max(away.x, away.y));
}

// Share of the sun that clouds let through to a point; fromCamera: meters along the world's axes.
float throughClouds(vec3 fromCamera) {
  if (view.clouds.w == 0.0) {
    return 1.0;
  }
  vec3 sun = view.sunTowards.xyz;
  vec2 place = view.clouds.xy + fromCamera.xy - fromCamera.z * sun.xy / max(sun.z, 0.002);
  vec2 near = place / CLOUD_NEAR;
  vec2 far = place / CLOUD_FAR;
  float coarse = mix(
      textureLod(cloudShade, vec3(far + 0.5, 1.0), 0.0).r, view.clouds.z, edgeOf(far));
  return mix(textureLod(cloudShade, vec3(near + 0.5, 0.0), 0.0).r, coarse, edgeOf(near));
}
