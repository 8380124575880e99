// Puddles and wet ground mirror what the image shows: McGuire and Mara, Efficient GPU Screen-Space Ray
// Tracing (JCGT 2014). Where a mirrored ray meets something in the image or at its edge, that takes the
// place of what shading has mirrored; a copy of the radiance keeps pixels from reading each other. Its
// smaller levels are what a rough film mirrors. Rays that pass by everything in the image mirror the sky
// alone, so that a blurred edge ends halfway.
#include "triangle.glsl"
#include "sky.glsl"
const float PI = 3.14159265358979;
layout(binding = ALBEDO_UNIT) uniform sampler2DArray specularAlbedo; // see brdf.glsl
#include "irradiance.glsl"
#include "fog.glsl"
#include "puddle.glsl"
#include "bare.glsl"
#ifdef OCCLUSION
#include "openness.glsl"
#endif
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_UNIT) uniform sampler2D seen;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;

const int STEPS = 120;
const int ROUGH_STEPS = 48;
const int ROUGH_TAPS = 7;
// Slopes of GGX's facets across one axis, over alpha, at the middles of seven equal shares: of its
// marginal distribution 1 / (2 (1 + t²)^1.5) (Walter et al., Microfacet Models for Refraction through
// Rough Surfaces, 2007, eq. 33, over the other axis).
const float ROUGH_SLOPES[ROUGH_TAPS] =
    float[ROUGH_TAPS](-1.664101, -0.696311, -0.298142, 0.0, 0.298142, 0.696311, 1.664101);
const float LONGEST = 80.0;
const float EDGE_STEPS = 240.0; // pixels along the image's edge

float depthAt(ivec2 pixel) {
  return uintBitsToFloat(result[view.places.x + uint(pixel.y) * view.size.x + uint(pixel.x)]);
}

vec3 cameraVector(vec3 world) {
  return view.worldFromCamera[0].xyz * world.x + view.worldFromCamera[1].xyz * world.y
      + view.worldFromCamera[2].xyz * world.z;
}

vec2 placeOf(vec3 inView) {
  vec2 focal = 1.0 / vec2(float(view.inverseFocalX), float(view.inverseFocalY));
  return inView.xy / inView.z * focal + vec2(float(view.centerX), float(view.centerY));
}

// The pixel that a ray meets, in the camera's frame; z: 1, or 0 for none.
vec3 meet(vec3 start, vec3 direction, int steps) {
  float longest = direction.z < 0.0 ? min(LONGEST, 0.95 * start.z / -direction.z) : LONGEST;
  vec3 end = start + direction * longest;
  vec2 from = placeOf(start);
  vec2 way = placeOf(end) - from;
  float pixels = max(abs(way.x), abs(way.y));
  vec2 size = vec2(view.size.xy);
  // Up to the image's edges.
  vec2 room = mix(from, size - from, step(vec2(0.0), way)) / max(abs(way), vec2(1e-6));
  float part = min(min(room.x, room.y), 1.0);
  float count = clamp(pixels * part, 1.0, float(steps));
  float nearness = 1.0 / start.z;
  float slope = 1.0 / end.z - nearness;
  float before = start.z;
  for (float i = 1.0; i < count; i += 1.0) {
    float t = part * i / count;
    float here = 1.0 / (nearness + slope * t);
    ivec2 pixel = ivec2(from + way * t);
    float depth = depthAt(pixel);
    float thick = 0.3 + 0.5 * abs(here - before);
    if (depth > 0.0 && max(here, before) >= depth && min(here, before) <= depth + thick) {
      return vec3(vec2(pixel), 1.0);
    }
    before = here;
  }
  // What rises above the ground where the image's edge cuts it off goes on beyond: walls along a street.
  // A ray that leaves at a side, over ground, goes on along that side to what rises there.
  float beyond = room.x < room.y ? pixels * (1.0 - part) : 0.0;
  for (float i = 0.0; i <= min(beyond, EDGE_STEPS); i += 1.0) {
    vec2 place = from + way * (part + i / max(pixels, 1.0));
    ivec2 last = ivec2(clamp(place, vec2(0.0), size - 1.0));
    float depth = depthAt(last);
    vec3 there = vec3(cameraDirection(dvec2(last) + 0.5LF)) * depth;
    float rise = dot(view.worldFromCamera[2].xyz, there - start);
    if (part < 1.0 && depth > start.z && rise > GROUND_REACH) {
      return vec3(vec2(last), 1.0);
    }
  }
  return vec3(0.0);
}

// What a lobe around a mirrored ray shows on average. Where normals lean by an angle, mirrored rays do by
// twice as much up and down, but sideways only by as much as the view is steep: streaks.
//
// met: pixel on the ray; alpha: GGX's; shares: of the way from the eye to what is met that lies behind
// the mirror; steep: sine of the view's elevation
vec3 mirroredAt(vec2 met, float alpha, float share, float steep) {
  float tall = 2.0 * alpha * share / float(view.inverseFocalX);
  float wide = max(tall * steep, 0.5 * tall);
  vec2 size = vec2(view.size.xy);
  float level = log2(max(wide, 1.0));
  vec3 sum = vec3(0.0);
  for (int i = 0; i < ROUGH_TAPS; i++) {
    vec2 place = clamp(met + 0.5 + vec2(0.0, ROUGH_SLOPES[i] * tall), vec2(0.5), size - 0.5);
    sum += textureLod(seen, place / size, level).rgb;
  }
  return sum / float(ROUGH_TAPS);
}

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(here, ivec2(view.size.xy)))) {
    return;
  }
  float depth = depthAt(here);
  vec3 ray = vec3(cameraDirection(dvec2(here) + 0.5LF));
  vec3 fromCamera = worldDirection(ray) * depth;
  vec3 up = vec3(0.0, 0.0, 1.0);
  vec3 direction = normalize(fromCamera);
  if (depth == 0.0 || direction.z > 0.0 || !isGround(fromCamera, up)) {
    return;
  }
  Triangle triangle = triangleOf(texelFetch(visibility, here, 0).xy);
  Surface s = surfaceAt(triangle.instance);
  vec3 n = vec3(cross(triangle.edge1, triangle.edge2));
  vec3 face = normalize(vec3(dot(s.normalX.xyz, n), dot(s.normalY.xyz, n), dot(s.normalZ.xyz, n)));
  if (abs(face.z) < 0.97) {
    return;
  }
  float wetness = view.groundState.x * openToSky(fromCamera, up);
  float pool = puddleShare(fromCamera, up) * wetness;
  float film = filmShare(fromCamera, up, wetness);
  float share = max(pool, film);
  if (share < 0.02) {
    return;
  }
  float roughness = mix(FILM_ROUGHNESS, WATER_ROUGHNESS, pool);
  bool rough = pool < 0.5;
  vec3 mirrored = vec3(direction.xy, -direction.z);
  vec3 start = cameraVector(fromCamera + vec3(0.0, 0.0, 0.02));
  vec3 met = meet(start, cameraVector(mirrored), rough ? ROUGH_STEPS : STEPS);
  if (met.z == 0.0) {
    return;
  }
  vec2 terms = textureLod(specularAlbedo, vec3(max(-direction.z, 1e-3), roughness, 0.0), 0.0).xy;
  float reflected = 0.04 * terms.x + terms.y;
  float through = view.fog.x == 0.0 ? 1.0 : fogTransmittance(fromCamera);
  float weight = reflected * share;
  float behind = max(depthAt(ivec2(met.xy)) - depth, 0.0);
  float alpha = roughness * roughness;
  vec3 image_ = mirroredAt(met.xy, alpha, behind / (behind + depth), -direction.z) * weight;
  Surroundings around = surroundings(fromCamera, up, up, mirrored);
  vec3 sky = reflection(around, mirrored, roughness) * weight;
#ifdef OCCLUSION
  sky *= mirrorOpenness(-direction.z, openness(here, depth), roughness);
#endif
  vec3 before = imageLoad(radiance, here).rgb;
  // Beside walls less of the sky was there to be taken away.
  vec3 light = max(before + (image_ - sky) * through, image_ * through);
  imageStore(radiance, here, vec4(min(light, vec3(BRIGHTEST)), 1.0));
  keepBare(here, max(bareLuminance(here) + luminanceOf(image_ - sky), luminanceOf(image_)));
}
