// Adds the light of a batch of lamps that the fog between the camera and what it sees scatters to the
// camera, once and unshadowed: the integral of Sun, Ramamoorthi, Narasimhan and Nayar, A Practical
// Analytic Single Scattering Model for Real Time Rendering (2005), along the angle at which the lamp
// sees the ray, over which it is smooth, by the eight points of Gauss and Legendre. The fog is as dense
// as it is on average between the camera and the lamp.
#include "view.glsl"
#include "fog.glsl"
#include "lamp.glsl"
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = 0) uniform uint lampCount;
layout(location = 1) uniform vec3 albedo;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;
layout(std430, binding = RESULT) readonly buffer ResultBlock { uint result[]; };

const float FARTHEST = 5000.0;
// Of the exposed white: less isn't seen.
const float LEAST_AIRLIGHT = 2e-4;
// Places from the middle, in halves of the range, and weights of the half on either side.
const vec4 PLACES = vec4(0.9602898565, 0.7966664774, 0.5255324099, 0.1834346425);
const vec4 WEIGHTS = vec4(0.0506142681, 0.1111905172, 0.1568533229, 0.1813418917);

// What is the same for all lamps.
struct Air {
  float column;  // of the fog from its base to the camera
  float ahead;   // bounds of the phase function towards lamps before the camera
  float behind;  // and beside or behind it
};

// Cosine and sine of an angle of up to a right one, which software rasterizers take long for: their
// series, true to 1e-7.
vec2 turnBy(float angle) {
  float s = angle * angle;
  return vec2(
      1.0 - s * (1.0 / 2.0 - s * (1.0 / 24.0 - s * (1.0 / 720.0 - s * (1.0 / 40320.0
          - s * (1.0 / 3628800.0 - s / 479001600.0))))),
      angle * (1.0 - s * (1.0 / 6.0 - s * (1.0 / 120.0 - s * (1.0 / 5040.0 - s * (1.0 / 362880.0
          - s / 39916800.0))))));
}

// The part of a ray, from the lamp to its start, that the lamp shines on.
vec2 litPart(Lamp lamp, vec3 start, vec3 ray, float end) {
  vec2 part = vec2(0.0, end);
  float form = lamp.intensity.w;
  bool cone = form == GLOBE && lamp.cone.x > 0.0;
  float rise = dot(ray, lamp.axisX.xyz);
  float height = dot(start, lamp.axisX.xyz);
  if (form == PANEL || form == ROUND_PANEL || cone) {
    float crossing = -height / (abs(rise) < 1e-6 ? 1e-6 : rise);
    part = rise > 0.0 ? vec2(max(crossing, 0.0), end) : vec2(0.0, min(crossing, end));
  }
  if (cone) {
    float k = lamp.cone.x * lamp.cone.x;
    float a = rise * rise - k;
    float b = height * rise - k * dot(start, ray);
    float c = height * height - k * dot(start, start);
    float root = b * b - a * c;
    if (root <= 0.0 || abs(a) < 1e-7) {
      return a < 0.0 ? vec2(0.0) : part;
    }
    float first = (-b - sqrt(root)) / a;
    float second = (-b + sqrt(root)) / a;
    vec2 roots = vec2(min(first, second), max(first, second));
    if (a < 0.0) {
      part = vec2(max(part.x, roots.x), min(part.y, roots.y));
    } else {
      part = rise > 0.0 ? vec2(max(part.x, roots.y), part.y) : vec2(part.x, min(part.y, roots.x));
    }
  }
  return part;
}

vec3 airlight(Lamp lamp, Air air, vec3 ray, float end) {
  vec3 center = lamp.center.xyz;
  // Over five centimeters no fog changes.
  float height = abs(center.z) < 0.05 ? 0.05 : center.z;
  float extinction = view.fog.x * (fogColumn(height) - air.column) / height;
  float along = dot(center, ray);
  // Not nearer than the lamp's own surface.
  float apart = max(length(center - along * ray), max(lamp.axisY.w, 0.02));
  // A bound: all of a line, none of it dimmed.
  float most = extinction * max(max(lamp.intensity.r, lamp.intensity.g), lamp.intensity.b) * 3.2 / apart
      * exp(-extinction * apart) * (along > 0.0 ? air.ahead : air.behind);
  if (most < LEAST_AIRLIGHT) {
    return vec3(0.0);
  }
  vec2 part = litPart(lamp, -center, ray, end);
  if (part.y <= part.x) {
    return vec3(0.0);
  }
  float first = atan((part.x - along) / apart);
  float last = atan((part.y - along) / apart);
  float middle = 0.5 * (first + last);
  vec2 turn = vec2(cos(middle), sin(middle));
  // Of places along the ray, as the lamp's own axes have them.
  vec2 start = -vec2(dot(center, lamp.axisX.xyz), dot(center, lamp.axisZ.xyz));
  vec2 rise = vec2(dot(ray, lamp.axisX.xyz), dot(ray, lamp.axisZ.xyz));
  float sum = 0.0;
  for (int k = 0; k < 4; k++) {
    vec2 off = turnBy(0.5 * (last - first) * PLACES[k]);
    for (int side = 0; side < 2; side++) {
      off.y = -off.y;
      float cosine = max(turn.x * off.x - turn.y * off.y, 1e-7);
      float sine = turn.y * off.x + turn.x * off.y;
      float distance_ = apart / cosine;
      float t = along + distance_ * sine;
      float dimmed = exp(-extinction * (t + distance_));
      vec2 direction = (start + rise * t) / distance_;
      sum += WEIGHTS[k] * dimmed * fogPhase(-sine) * lampShareAlong(lamp, direction.x, direction.y);
    }
  }
  return lamp.intensity.rgb * albedo * (extinction * (last - first) / apart * sum);
}

void main() {
  uvec2 here = gl_GlobalInvocationID.xy;
  if (any(greaterThanEqual(here, view.size.xy))) {
    return;
  }
  float depth = uintBitsToFloat(result[view.places.x + here.y * view.size.x + here.x]);
  vec3 way = worldDirection(vec3(cameraDirection(dvec2(here) + 0.5LF)));
  float stretch = length(way);
  float end = depth > 0.0 ? depth * stretch : FARTHEST;
  Air air = Air(fogColumn(0.0), max(fogPhase(0.99), 0.1), max(fogPhase(0.0), 0.1));
  vec3 sum = vec3(0.0);
  for (uint i = 0u; i < lampCount; i++) {
    sum += airlight(lamps[i], air, way / stretch, end);
  }
  if (sum != vec3(0.0)) {
    vec3 light = imageLoad(radiance, ivec2(here)).rgb + sum;
    imageStore(radiance, ivec2(here), vec4(min(light, vec3(BRIGHTEST)), 1.0));
  }
}
