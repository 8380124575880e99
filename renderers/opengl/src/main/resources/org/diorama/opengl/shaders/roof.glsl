// What lies open to where rain and snow come from, by the heights that are seen from there.
layout(binding = ROOF_UNIT) uniform sampler2DArray roofMap;

const int ROOF_TAPS = 8;
// Rain drifts in under an edge, meters.
const float ROOF_EDGE = 0.25;
// What lies so much higher is a roof, not the surface itself.
const float ROOF_GAP = 0.12;

// Height of the first thing that is met on the way to a point, from the camera's; points outside the
// area are open.
float topAt(vec3 fromCamera) {
  vec2 place = (fromCamera.xy + fromCamera.z * view.roofRange.zw - view.roof.xy) * view.roof.z;
  // Not fetched: see irradiance.glsl.
  vec2 texel = floor((0.5 * place + 0.5) * ROOF_SIZE) + 0.5;
  float depth = textureLod(roofMap, vec3(texel / ROOF_SIZE, 0.0), 0.0).x;
  bool outside = max(abs(place.x), abs(place.y)) >= 1.0 || depth == 1.0;
  return outside ? -1e9 : view.roof.w + (1.0 - depth) * view.roofRange.x;
}

bool underRoof(vec3 fromCamera) {
  return view.roof.z > 0.0 && topAt(fromCamera) > fromCamera.z + ROOF_GAP;
}

// Share of what falls that reaches a surface: over a spiral of places around it (Vogel, 1979), which
// beside walls are moved out of them.
float openToSky(vec3 fromCamera, vec3 normal) {
  if (view.roof.z == 0.0) {
    return 1.0;
  }
  vec3 center = fromCamera + normal * ROOF_EDGE;
  float open = 0.0;
  for (int i = 0; i < ROOF_TAPS; i++) {
    float radius = ROOF_EDGE * sqrt((float(i) + 0.5) / float(ROOF_TAPS));
    float angle = 2.39996323 * float(i);
    vec3 place = center + vec3(radius * vec2(cos(angle), sin(angle)), 0.0);
    open += topAt(place) > center.z + ROOF_GAP ? 0.0 : 1.0;
  }
  return open / float(ROOF_TAPS);
}
