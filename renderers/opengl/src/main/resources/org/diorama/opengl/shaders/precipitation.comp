// Draws falling drops and flakes over the radiance. Each of a few cylinders around the camera's place
// is parted into cells that hold at most one particle; its streak is as long as it falls while the
// shutter is open. Sizes and numbers: drops after Marshall and Palmer, The Distribution of Raindrops
// with Size (1948), flakes after Gunn and Marshall, The Distribution with Size of Aggregate Snowflakes
// (1958). Labels know nothing of them.
#include "view.glsl"
#include "sky.glsl"
#include "pattern.glsl"
#include "roof.glsl"
#include "fog.glsl"
#include "lamp.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(location = 0) uniform uint lampCount;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;
layout(std430, binding = RESULT) readonly buffer ResultBlock { uint result[]; };

const float PI = 3.14159265358979;
const int SHELLS = 6;
// Mean cosine of what drops scatter: van de Hulst, Light Scattering by Small Particles (1957), for
// large spheres of water without diffraction. Flakes scatter to all sides alike.
const float DROP_ASYMMETRY = 0.8;
const float FLAKE_ASYMMETRY = 0.0;

struct Particles {
  int kind;
  float perCubicMeter;
  float diameter; // meters, of the typical one that is seen
  float speed;    // meters a second
};

// Those of at least a millimeter; smaller ones are in the air's extinction.
Particles drops(float rate) {
  float slope = 4.1 * pow(rate, -0.21);
  float number = 8000.0 / slope * exp(-slope);
  float diameter = 1.0 + 1.0 / slope;
  // Atlas, Srivastava and Sekhon, Doppler radar characteristics of precipitation (1973).
  return Particles(0, number, 0.001 * diameter, 9.65 - 10.3 * exp(-0.6 * diameter));
}

Particles flakes(float rate) {
  float slope = 2.55 * pow(rate, -0.48);
  float number = 3800.0 * pow(rate, -0.87) / slope * exp(-slope);
  return Particles(1, number, 0.001 * (2.0 + 2.0 / slope), 1.2);
}

struct Shell {
  int number;
  float radius;     // meters
  float thickness;
  float pixelWidth; // of a pixel at its distance
};

// Share of a pixel that particles of one shell cover.
float cover(Particles particles, Shell shell, vec3 direction) {
  float height = shell.radius * direction.z / length(direction.xy);
  float around = atan(direction.y, direction.x) / (2.0 * PI) + 0.5;
  float streak = max(particles.speed * view.fall.w, particles.diameter);
  float cellHeight = 3.0 * streak;
  float perSquareMeter = particles.perCubicMeter * shell.thickness;
  // About four fifths of the cells hold a particle; a whole number of cells closes the circle.
  float circle = 2.0 * PI * shell.radius;
  float columns = max(floor(circle * perSquareMeter * cellHeight / 0.8), 8.0);
  float cellWidth = circle / columns;
  float column = min(floor(around * columns), columns - 1.0);
  int salt = int(view.fall.z) * 16 + shell.number * 2 + particles.kind;
  float level = height / cellHeight + chances(ivec3(int(column), -1, salt)).x;
  vec3 chance = chances(ivec3(int(column), int(floor(level)) + 4096, salt));
  if (chance.x > perSquareMeter * cellWidth * cellHeight) {
    return 0.0;
  }
  float width = particles.diameter * (0.7 + 0.9 * chance.z);
  float seen = max(width, shell.pixelWidth);
  vec2 place = vec2((around * columns - column) * cellWidth, (level - floor(level)) * cellHeight);
  vec2 middle = vec2(
      mix(0.5 * seen, max(cellWidth - 0.5 * seen, 0.5 * seen), chance.y),
      mix(0.5 * streak, cellHeight - 0.5 * streak, chance.z));
  vec2 off = abs(place - middle);
  float sides = clamp(1.0 - (off.x - 0.25 * seen) / (0.5 * seen), 0.0, 1.0);
  float ends = clamp(1.0 - (off.y - 0.35 * streak) / (0.3 * streak), 0.0, 1.0);
  return sides * ends * min(width / shell.pixelWidth, 1.0);
}

// Share of the exposure for which a particle stands before one place of its streak: Garg and Nayar,
// Vision and Rain (2007), section 4.
float dwell(Particles particles) {
  return particles.diameter / max(particles.speed * view.fall.w, particles.diameter);
}

// Exposed light of the lamps that a particle sends to the camera: what meets its cross-section goes on
// as its phase function says. No shadows fall on it.
vec3 lampsOn(vec3 place, vec3 direction, float asymmetry) {
  vec3 sum = vec3(0.0);
  for (uint i = 0u; i < lampCount; i++) {
    Lamp lamp = lamps[i];
    vec3 way = place - lamp.center.xyz;
    float square = max(dot(way, way), 0.01);
    vec3 towards = way * inversesqrt(square);
    float turned = scattering(-dot(towards, direction), asymmetry);
    sum += lamp.intensity.rgb * (lampShare(lamp, towards) / square * turned);
  }
  return sum;
}

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(here, ivec2(view.size.xy)))) {
    return;
  }
  vec3 way = worldDirection(vec3(cameraDirection(dvec2(here) + 0.5LF)));
  float stretch = length(way);
  vec3 direction = way / stretch;
  float across = length(direction.xy);
  // Straight up and down there are no cylinders.
  if (across < 0.15) {
    return;
  }
  float depth = uintBitsToFloat(result[view.places.x + uint(here.y) * view.size.x + uint(here.x)]);
  float surface = depth > 0.0 ? depth * stretch : 1e9;
  vec3 light = imageLoad(radiance, here).rgb;
  // A drop shows a wide view of what is behind it, upside down: mostly sky (Garg and Nayar, Vision
  // and Rain, 2007). A flake scatters what arrives from all sides.
  vec3 above = skyIrradiance(vec3(0.0, 0.0, 1.0)) / PI;
  vec3 below = skyIrradiance(vec3(0.0, 0.0, -1.0)) / PI;
  vec3 dropLight = mix(above, skyRadiance(normalize(vec3(direction.xy, 0.35))), 0.5);
  vec3 flakeLight = 0.65 * above + 0.35 * below;
  float radius = 1.2;
  for (int number = 0; number < SHELLS; number++) {
    float distance = radius / across;
    if (distance < surface && !underRoof(direction * distance)) {
      Shell shell = Shell(number, radius, 0.6 * radius, distance * float(view.inverseFocalX));
      Particles rain = drops(view.fall.x);
      float drop = view.fall.x > 0.0 ? cover(rain, shell, direction) : 0.0;
      if (drop > 0.0) {
        vec3 lit = lampsOn(direction * distance, direction, DROP_ASYMMETRY);
        light = mix(light, dropLight, 0.22 * drop) + drop * dwell(rain) * lit;
      }
      Particles snow = flakes(view.fall.y);
      float flake = view.fall.y > 0.0 ? cover(snow, shell, direction) : 0.0;
      if (flake > 0.0) {
        vec3 lit = lampsOn(direction * distance, direction, FLAKE_ASYMMETRY);
        light = mix(light, flakeLight, 0.9 * flake) + 0.9 * flake * dwell(snow) * lit;
      }
    }
    radius *= 1.7;
  }
  imageStore(radiance, here, vec4(min(light, vec3(BRIGHTEST)), 1.0));
}
