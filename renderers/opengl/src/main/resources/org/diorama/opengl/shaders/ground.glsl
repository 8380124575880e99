// What rain and snow have done to a surface.
#include "puddle.glsl"
#include "wet.glsl"

// Of a smooth surface with drops too small to be seen.
const float DROP_ROUGHNESS = 0.15;

float porosityOf(Point point) {
  return clamp((point.roughness - 0.5) / 0.4, 0.0, 1.0) * (1.0 - point.metallic);
}

// Water in the pores darkens, a film of water glosses: Lagarde, Water drop 3b, Physically based wet
// surfaces (2013), after Jensen, Legakis and Dorsey, Rendering of Wet Materials (1999). Rough
// dielectrics are taken for porous.
void moisten(inout Point point, float wetness) {
  float porosity = porosityOf(point);
  point.baseColor *= mix(1.0, mix(1.0, 0.35, porosity), wetness);
  float gloss = min((1.0 - point.roughness) * mix(1.0, 2.5, wetness) + 0.25 * wetness, 0.95);
  point.roughness = mix(point.roughness, min(point.roughness, 1.0 - gloss), wetness);
}

// Standing water: level and smooth, over a soaked floor.
void flood(inout Point point, float share) {
  point.roughness = mix(point.roughness, WATER_ROUGHNESS, share);
  point.normal = normalize(mix(point.normal, vec3(0.0, 0.0, 1.0), share));
  point.metallic *= 1.0 - share;
}

// Albedo of fresh snow: Wiscombe and Warren, A Model for the Spectral Albedo of Snow (1980).
void snowUnder(inout Point point, float share) {
  point.baseColor = mix(point.baseColor, vec3(0.90, 0.92, 0.95), share);
  point.roughness = mix(point.roughness, 0.9, share);
  point.metallic *= 1.0 - share;
  point.normal = normalize(mix(point.normal, point.face, 0.5 * share));
  point.emission *= 1.0 - share;
}

// What doesn't lie level on the ground. Drops reach walls less, in tracks; what faces down stays dry.
void wetThing(inout Point point, Meeting m, Surface surface, float wetness, float up) {
  float cosine = max(dot(point.face, point.view), 0.2);
  float pixel = length(point.fromCamera) * float(view.inverseFocalX) / cosine;
  Wetted on = wettedAt(m, surface, point.face, pixel);
  float steep = 1.0 - smoothstep(0.3, 0.7, abs(point.face.z));
  float share = smoothstep(-0.4, 0.5, up);
  if (steep > 0.0) {
    share = mix(share, wallShare(on, point.fromCamera.z + view.groundState.w), steep);
  }
  float beaded = (1.0 - porosityOf(point)) * wetness * smoothstep(-0.4, 0.0, up);
  float roughest = min(point.roughness, DROP_ROUGHNESS);
  moisten(point, wetness * share);
  if (beaded > 0.0) {
    point.roughness = max(point.roughness, roughest * beaded);
    standInDrops(point, on, steep, beaded);
  }
}

void weather(inout Point point, Meeting m, Surface surface) {
  vec3 state = view.groundState.xyz;
  if (state.x + state.y + state.z == 0.0) {
    return;
  }
  float open = openToSky(point.fromCamera, point.face);
  state.x *= open;
  vec2 place = view.cameraPlace.xy + point.fromCamera.xy;
  float up = mix(point.normal.z, point.face.z, 0.7);
  if (!isGround(point.fromCamera, point.face) && state.x > 0.0) {
    wetThing(point, m, surface, state.x, up);
  } else {
    moisten(point, state.x * smoothstep(-0.4, 0.5, up));
  }
  float film = filmShare(point.fromCamera, point.face, state.x);
  point.roughness = mix(point.roughness, min(point.roughness, FILM_ROUGHNESS), film);
  flood(point, puddleShare(point.fromCamera, point.face) * state.x);
  if (state.z > 0.0) {
    float deep = clamp(state.z / 0.06, 0.0, 1.0);
    float uneven = roughNoise(place * 2.0) - 0.5;
    float steepest = mix(0.9, 0.6, deep);
    float lies = smoothstep(steepest, steepest + 0.2, up + 0.25 * uneven);
    // A dusting leaves gaps.
    float covered = clamp(state.z / 0.01, 0.0, 1.0);
    lies *= smoothstep(0.0, 0.35, covered * 1.35 - 0.5 - uneven + 0.5 * covered);
    snowUnder(point, lies * open);
  }
}
