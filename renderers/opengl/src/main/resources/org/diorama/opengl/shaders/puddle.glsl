// Where water stands, by place.
#include "pattern.glsl"
#include "roof.glsl"

// Of standing water.
const float WATER_ROUGHNESS = 0.03;

// Of level ground with a film of water between its grains.
const float FILM_ROUGHNESS = 0.22;

// Share of ground that a film of water covers.
float filmShare(vec3 fromCamera, vec3 face, float wetness) {
  return isGround(fromCamera, face) ? smoothstep(FILM_FROM, 1.0, wetness) : 0.0;
}

// Share of standing water on ground, were it soaked all over. Hollows of some meters: the share of the
// noise below the threshold grows with the author's.
float puddleShare(vec3 fromCamera, vec3 face) {
  if (!isGround(fromCamera, face) || view.groundState.y == 0.0) {
    return 0.0;
  }
  float hollow = roughNoise((view.cameraPlace.xy + fromCamera.xy) * 0.5);
  float edge = mix(0.15, 0.85, view.groundState.y);
  return 1.0 - smoothstep(edge - 0.06, edge, hollow);
}
