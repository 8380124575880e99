#include "fetch.glsl"

// Reverse depth with an infinite far plane: window depth = NEAR / planar depth.
vec4 clipPosition(Transform t, vec3 position) {
  precise vec3 p = (position - vec3(t.clipX.w, t.clipY.w, t.clipW.w)) - t.cameraLow.xyz;
  precise vec4 clip = vec4(dot(t.clipX.xyz, p), dot(t.clipY.xyz, p), NEAR, dot(t.clipW.xyz, p));
  return clip;
}
