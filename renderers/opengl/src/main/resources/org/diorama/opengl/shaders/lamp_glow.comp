// Paints one lamp's glowing shape where no surface hides it. Labels and depth know nothing of it.
#include "view.glsl"
#include "fog.glsl"
#include "bare.glsl"
#include "lamp.glsl"
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = 0) uniform uint lampIndex;
layout(location = 1) uniform uvec4 area; // first pixel and size
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;

const float MISSED = 1e30;

float meetBall(vec3 origin, vec3 direction, float radius) {
  float a = dot(direction, direction);
  float b = dot(origin, direction);
  // The distance of the line from the center, not the difference of two large squares.
  vec3 nearest = origin - direction * (b / a);
  float root = radius * radius - dot(nearest, nearest);
  float t = -b / a - sqrt(max(root, 0.0) / a);
  return root > 0.0 && t > 0.0 ? t : MISSED;
}

// Planar depth at which a ray meets the lamp: see LampShape.meet.
float meetLamp(Lamp lamp, vec3 origin, vec3 direction, float radius) {
  float form = lamp.intensity.w;
  if (form == GLOBE) {
    return meetBall(origin, direction, radius);
  }
  bool isTube = form == TUBE_LAMP;
  float front = direction.x < 0.0 && origin.x > 0.0 ? -origin.x / direction.x : MISSED;
  float t = isTube ? meetBall(vec3(origin.xy, 0.0), vec3(direction.xy, 0.0), lamp.axisY.w) : front;
  vec3 place = origin + t * direction;
  bool inBox = (isTube || abs(place.y) <= lamp.axisY.w) && abs(place.z) <= lamp.axisZ.w;
  bool inDisk = length(place.yz) <= lamp.axisY.w;
  return t < MISSED && (form == ROUND_PANEL ? inDisk : inBox) ? t : MISSED;
}

void main() {
  uvec2 here = area.xy + gl_GlobalInvocationID.xy;
  if (any(greaterThanEqual(gl_GlobalInvocationID.xy, area.zw))) {
    return;
  }
  Lamp lamp = lamps[lampIndex];
  float depth = uintBitsToFloat(result[view.places.x + here.y * view.size.x + here.x]);
  vec3 origin = lampVector(lamp, -lamp.center.xyz);
  // A globe smaller than a pixel is spread over one, so that it neither vanishes nor flickers.
  float pixel = 0.7 * float(view.inverseFocalX) * length(origin);
  float radius = max(lamp.axisY.w, pixel);
  float spread = lamp.intensity.w == GLOBE ? lamp.axisY.w / radius : 1.0;
  float covered = 0.0;
  for (int i = 0; i < 4; i++) {
    dvec2 offset = dvec2(0.25 + 0.5 * float(i & 1), 0.25 + 0.5 * float(i >> 1));
    vec3 ray = worldDirection(vec3(cameraDirection(dvec2(here) + offset)));
    float t = meetLamp(lamp, origin, lampVector(lamp, ray), radius);
    covered += t < MISSED && (depth == 0.0 || t < depth) ? 0.25 : 0.0;
  }
  if (covered > 0.0) {
    float cone = coneShare(lamp, normalize(origin).x);
    vec3 glow = lamp.intensity.rgb * (lamp.axisX.w * cone * spread * spread);
    if (hasAir()) {
      keepBare(ivec2(here), mix(bareLuminance(ivec2(here)), luminanceOf(glow), covered));
    }
    glow = throughFog(glow, lamp.center.xyz);
    vec3 behind = imageLoad(radiance, ivec2(here)).rgb;
    imageStore(radiance, ivec2(here), vec4(min(mix(behind, glow, covered), vec3(BRIGHTEST)), 1.0));
  }
}
