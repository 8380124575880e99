// Puddles mirror what the image shows: McGuire and Mara, Efficient GPU Screen-Space Ray Tracing (JCGT
// 2014). Where a mirrored ray meets something before it leaves the image, that takes the place of what
// shading has mirrored; a copy of the radiance keeps puddles from reading each other.
#include "triangle.glsl"
#include "sky.glsl"
const float PI = 3.14159265358979;
#include "irradiance.glsl"
#include "fog.glsl"
#include "puddle.glsl"
#include "bare.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_UNIT) uniform sampler2D seen;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;
layout(std430, binding = SURFACES) readonly buffer SurfaceBlock { Surface surfaces[]; };

const int STEPS = 120;
const float LONGEST = 80.0;

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

// The pixel that a ray meets, in the camera's frame; w: how much to trust it, 0 for none.
vec3 meet(vec3 start, vec3 direction) {
  float longest = direction.z < 0.0 ? min(LONGEST, 0.95 * start.z / -direction.z) : LONGEST;
  vec3 end = start + direction * longest;
  vec2 from = placeOf(start);
  vec2 way = placeOf(end) - from;
  float pixels = max(abs(way.x), abs(way.y));
  vec2 size = vec2(view.size.xy);
  // Not beyond the image's edges.
  vec2 room = mix(from, size - from, step(vec2(0.0), way)) / max(abs(way), vec2(1e-6));
  float part = min(min(room.x, room.y), 1.0);
  float count = clamp(pixels * part, 1.0, float(STEPS));
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
      vec2 margin = min(vec2(pixel), size - vec2(pixel)) / (0.05 * size);
      return vec3(vec2(pixel), clamp(min(margin.x, margin.y), 0.0, 1.0));
    }
    before = here;
  }
  return vec3(0.0);
}

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(here, ivec2(view.size.xy)))) {
    return;
  }
  float depth = depthAt(here);
  vec3 ray = vec3(cameraDirection(dvec2(here) + 0.5LF));
  vec3 fromCamera = worldDirection(ray) * depth;
  float share = depth > 0.0 ? puddleShare(fromCamera, vec3(0.0, 0.0, 1.0)) : 0.0;
  if (share < 0.02) {
    return;
  }
  Triangle triangle = triangleOf(texelFetch(visibility, here, 0).xy);
  Surface s = surfaces[triangle.instance];
  vec3 n = vec3(cross(triangle.edge1, triangle.edge2));
  vec3 face = normalize(vec3(dot(s.normalX.xyz, n), dot(s.normalY.xyz, n), dot(s.normalZ.xyz, n)));
  if (abs(face.z) < 0.97) {
    return;
  }
  share *= view.groundState.x * openToSky(fromCamera, vec3(0.0, 0.0, 1.0));
  vec3 direction = normalize(fromCamera);
  vec3 mirrored = vec3(direction.xy, -direction.z);
  vec3 start = cameraVector(fromCamera + vec3(0.0, 0.0, 0.02));
  vec3 met = meet(start, cameraVector(mirrored));
  if (met.z == 0.0 || direction.z > 0.0) {
    return;
  }
  // Schlick, An Inexpensive BRDF Model for Physically-based Rendering (1994).
  float reflected = 0.04 + 0.96 * pow(1.0 + direction.z, 5.0);
  float through = view.fog.x == 0.0 ? 1.0 : fogTransmittance(fromCamera);
  float weight = reflected * share * met.z;
  vec3 image_ = texelFetch(seen, ivec2(met.xy), 0).rgb * weight;
  vec3 up = vec3(0.0, 0.0, 1.0);
  Surroundings around = surroundings(fromCamera, up, up, mirrored);
  vec3 sky = reflection(around, mirrored, WATER_ROUGHNESS) * weight;
  vec3 before = imageLoad(radiance, here).rgb;
  // Beside walls less of the sky was there to be taken away.
  vec3 light = max(before + (image_ - sky) * through, image_ * through);
  imageStore(radiance, here, vec4(min(light, vec3(BRIGHTEST)), 1.0));
  keepBare(here, max(bareLuminance(here) + luminanceOf(image_ - sky), luminanceOf(image_)));
}
