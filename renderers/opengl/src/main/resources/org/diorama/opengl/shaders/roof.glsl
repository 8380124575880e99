// What lies open to where rain and snow come from, by the heights that are seen from there.
layout(binding = ROOF_UNIT) uniform sampler2DArray roofMap;
#ifndef SHELTER
layout(binding = SHELTER_UNIT) uniform sampler2D shelterMap;
#endif

const int ROOF_TAPS = 8;
// Rain drifts in under an edge, meters.
const float ROOF_EDGE = 0.25;
// Gusts turn and hasten the wind: what falls comes from all slopes around the mean one, up to this share
// of it to each side.
const float GUSTS = 0.5;
// Share of the way to the area's border from which on less and less is sheltered.
const float ROOF_FADES = 0.8;
// Ground is what lies level and no higher than this above the weather's ground, in meters.
const float GROUND_REACH = 0.3;
// What lies so much higher is a roof, not the surface itself.
const float ROOF_GAP = 0.12;

// Of a point in the area: from -1 to 1.
vec2 roofPlace(vec3 fromCamera) {
  return (fromCamera.xy + fromCamera.z * view.roofRange.zw - view.roof.xy) * view.roof.z;
}

// Height of the first thing that is met on the way to a point, from the camera's; points outside the
// area are open.
float topAt(vec3 fromCamera) {
  vec2 place = roofPlace(fromCamera);
  // Not fetched: see irradiance.glsl.
  vec2 texel = floor((0.5 * place + 0.5) * ROOF_SIZE) + 0.5;
  float depth = textureLod(roofMap, vec3(texel / ROOF_SIZE, 0.0), 0.0).x;
  bool outside = max(abs(place.x), abs(place.y)) >= 1.0 || depth == 1.0;
  return outside ? -1e9 : view.roof.w + (1.0 - depth) * view.roofRange.x;
}

bool underRoof(vec3 fromCamera) {
  return view.roof.z > 0.0 && topAt(fromCamera) > fromCamera.z + ROOF_GAP;
}

// Change of the slope by gusts, to each side: meters for each meter of height.
float gusts() {
  return GUSTS * length(view.roofRange.zw);
}

// Step i of a spiral (Vogel, 1979) of places around a point: to where.
vec3 turnOf(int i) {
  float angle = 2.39996323 * float(i);
  return vec3(cos(angle), sin(angle), 0.0);
}

// Share of the places within a radius around a point that lie open.
float openWithin(vec3 center, float radius, int taps) {
  float open = 0.0;
  for (int i = 0; i < taps; i++) {
    vec3 place = center + radius * sqrt((float(i) + 0.5) / float(taps)) * turnOf(i);
    open += topAt(place) > center.z + ROOF_GAP ? 0.0 : 1.0;
  }
  return open / float(taps);
}

bool isGround(vec3 fromCamera, vec3 face) {
  return face.z > 0.97 && fromCamera.z + view.groundState.w < GROUND_REACH;
}

#ifndef SHELTER
// Share of what falls that reaches a surface. Places around it are moved out of walls beside it.
float openToSky(vec3 fromCamera, vec3 normal) {
  if (view.roof.z == 0.0) {
    return 1.0;
  }
  vec2 place = roofPlace(fromCamera);
  bool known = gusts() > 0.0 && isGround(fromCamera, normal);
  float open = known
      ? textureLod(shelterMap, 0.5 * place + 0.5, 0.0).x
      : openWithin(fromCamera + normal * ROOF_EDGE, ROOF_EDGE, ROOF_TAPS);
  return mix(open, 1.0, smoothstep(ROOF_FADES, 1.0, max(abs(place.x), abs(place.y))));
}
#endif
