// Draws falling drops and flakes over the radiance. Each of a few cylinders around the camera's place
// along the way of what falls is parted into cells that hold at most one particle; its streak is as
// long as it goes while the shutter is open, with the wind and down. Sizes and numbers: drops after Marshall and Palmer, The Distribution of Raindrops
// with Size (1948), flakes after Gunn and Marshall, The Distribution with Size of Aggregate Snowflakes
// (1958). Labels know nothing of them.
#include "triangle.glsl"
#include "sky.glsl"
#include "pattern.glsl"
#include "roof.glsl"
#include "fog.glsl"
#include "lamp.glsl"
layout(local_size_x = 16, local_size_y = 4) in;
layout(location = 0) uniform uint lampCount;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
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
  float least;    // of the smallest one that is seen
  float spread;   // by which others are larger on average, as an exponential distribution has it
  float fall;     // meters a second, down
  float speed;    // with the wind
  float asymmetry;
};

// Those of at least a millimeter; smaller ones are in the air's extinction.
Particles drops(float rate) {
  float slope = 4.1 * pow(rate, -0.21);
  float number = 8000.0 / slope * exp(-slope);
  float diameter = 1.0 + 1.0 / slope;
  // Atlas, Srivastava and Sekhon, Doppler radar characteristics of precipitation (1973).
  float fall = 9.65 - 10.3 * exp(-0.6 * diameter);
  return Particles(
      0, number, 0.001 * diameter, 0.001, 0.001 / slope, fall, length(vec3(view.cameraPlace.zw, fall)), DROP_ASYMMETRY);
}

Particles flakes(float rate) {
  float slope = 2.55 * pow(rate, -0.48);
  float number = 3800.0 * pow(rate, -0.87) / slope * exp(-slope);
  const float fall = 1.2;
  return Particles(
      1,
      number,
      0.001 * (2.0 + 2.0 / slope),
      0.002,
      0.002 / slope,
      fall,
      length(vec3(view.cameraPlace.zw, fall)),
      FLAKE_ASYMMETRY);
}

// A direction by axes of which the third is the way that particles come from: the smallest turn that
// takes the vertical there (Hughes and Möller, Building an Orthonormal Basis from a Unit Vector, 1999).
vec3 alongFall(Particles particles, vec3 direction) {
  vec3 from = vec3(-view.cameraPlace.zw, particles.fall) / particles.speed;
  vec2 axis = vec2(-from.y, from.x);
  float across = dot(axis, direction.xy);
  vec2 level = direction.xy * from.z - from.xy * direction.z + axis * (across / (1.0 + from.z));
  return vec3(level, dot(from, direction));
}

struct Shell {
  int number;
  float radius;     // meters
  float thickness;
  float pixelWidth; // of a pixel at its distance
};

// Share of a pixel's exposure that particles of one shell cover: a particle stands before one place of
// its streak for as long as it takes to fall by its own size (Garg and Nayar, Vision and Rain, 2007,
// section 4).
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
  float width = particles.least - particles.spread * log(1.0 - 0.98 * chance.z);
  float seen = max(width, shell.pixelWidth);
  vec2 place = vec2((around * columns - column) * cellWidth, (level - floor(level)) * cellHeight);
  vec2 middle = vec2(
      mix(0.5 * seen, max(cellWidth - 0.5 * seen, 0.5 * seen), chance.y),
      mix(0.5 * streak, cellHeight - 0.5 * streak, chance.z));
  vec2 off = abs(place - middle);
  float sides = clamp(1.0 - (off.x - 0.25 * seen) / (0.5 * seen), 0.0, 1.0);
  float ends = clamp(1.0 - (off.y - 0.35 * streak) / (0.3 * streak), 0.0, 1.0);
  return sides * ends * min(width / shell.pixelWidth, 1.0) * min(width / streak, 1.0);
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

// What the light of a pixel becomes behind the particles of one kind.
//
// surface: meters to what the pixel shows; ownLight: luminance of a particle; solid: share of what is
// behind that it hides
vec3 behind(
    Particles particles, vec3 direction, float surface, vec3 ownLight, float solid, vec3 light) {
  vec3 inFall = alongFall(particles, direction);
  float across = length(inFall.xy);
  // Along their own way there are no cylinders.
  if (across < 0.15) {
    return light;
  }
  float radius = 1.2;
  for (int number = 0; number < SHELLS; number++) {
    float distance = radius / across;
    if (distance < surface && !underRoof(direction * distance)) {
      Shell shell = Shell(number, radius, 0.6 * radius, distance * float(view.inverseFocalX));
      float covered = cover(particles, shell, inFall);
      if (covered > 0.0) {
        vec3 lit = lampsOn(direction * distance, direction, particles.asymmetry);
        light = mix(light, ownLight + lit, solid * covered);
      }
    }
    radius *= 1.7;
  }
  return light;
}

// Where drops hit the surface that a pixel shows, water splashes up for about 30 ms, half a centimeter
// wide and high: a share of the pixel (crowns of drops of 2 to 3 mm: Worthington and Cole, Impact with a
// Liquid Surface Studied by the Aid of Instantaneous Photography, 1897).
float splashes(Particles rain, ivec2 here, vec3 fromCamera, float surface) {
  const float cell = 0.12;
  float pixelWidth = surface * float(view.inverseFocalX);
  if (pixelWidth > 0.5 * cell) {
    return 0.0;
  }
  Triangle triangle = triangleOf(texelFetch(visibility, here, 0).xy);
  Surface s = surfaceAt(triangle.instance);
  vec3 n = vec3(cross(triangle.edge1, triangle.edge2));
  vec3 face = normalize(vec3(dot(s.normalX.xyz, n), dot(s.normalY.xyz, n), dot(s.normalZ.xyz, n)));
  face = dot(face, fromCamera) > 0.0 ? -face : face;
  if (face.z < 0.7 || openToSky(fromCamera, face) < 0.5) {
    return 0.0;
  }
  vec2 place = (view.cameraPlace.xy + fromCamera.xy) / cell;
  ivec2 at = ivec2(floor(place));
  float hits = rain.perCubicMeter * rain.fall * 0.03 * cell * cell;
  vec2 ahead = normalize(fromCamera.xy + vec2(1e-6));
  float slope = clamp(-fromCamera.z / surface, 0.15, 1.0);
  float share = 0.0;
  for (int k = 0; float(k) < hits; k++) {
    vec3 chance = chances(ivec3(at, 31 + 7919 * k + int(view.fall.z) * 16));
    float size = 0.002 + 0.003 * chance.z;
    // From a low eye the crown is seen as high as it is, not as short as the ground.
    vec2 off = (place - vec2(at) - mix(vec2(0.2), vec2(0.8), fract(chance.xy * 97.0))) * cell;
    off = vec2(dot(off, ahead) * slope, dot(off, vec2(-ahead.y, ahead.x)));
    float seen = max(size, 0.7 * pixelWidth);
    float inside = clamp(1.5 - length(off) / seen, 0.0, 1.0);
    share += chance.x < hits - float(k) ? inside * (size * size) / (seen * seen) : 0.0;
  }
  return min(share, 1.0);
}

void main() {
  ivec2 here = ivec2(gl_GlobalInvocationID.xy);
  if (any(greaterThanEqual(here, ivec2(view.size.xy)))) {
    return;
  }
  vec3 way = worldDirection(vec3(cameraDirection(dvec2(here) + 0.5LF)));
  float stretch = length(way);
  vec3 direction = way / stretch;
  float depth = uintBitsToFloat(result[view.places.x + uint(here.y) * view.size.x + uint(here.x)]);
  float surface = depth > 0.0 ? depth * stretch : 1e9;
  vec3 light = imageLoad(radiance, here).rgb;
  // A drop shows a wide view of what is behind it, upside down: mostly sky (Garg and Nayar, Vision
  // and Rain, 2007). A flake scatters what arrives from all sides.
  vec3 above = skyIrradiance(vec3(0.0, 0.0, 1.0)) / PI;
  vec3 below = skyIrradiance(vec3(0.0, 0.0, -1.0)) / PI;
  if (view.fall.x > 0.0) {
    Particles rain = drops(view.fall.x);
    if (depth > 0.0) {
      float splash = splashes(rain, here, direction * surface, surface);
      if (splash > 0.0) {
        vec3 lit = above + lampsOn(direction * surface, direction, DROP_ASYMMETRY);
        light = mix(light, lit, 0.4 * splash * fogTransmittance(direction * surface));
      }
    }
    vec3 dropLight = mix(above, skyRadiance(normalize(vec3(direction.xy, 0.35))), 0.5);
    light = behind(rain, direction, surface, dropLight, 1.0, light);
  }
  if (view.fall.y > 0.0) {
    Particles snow = flakes(view.fall.y);
    light = behind(snow, direction, surface, 0.65 * above + 0.35 * below, 0.9, light);
  }
  imageStore(radiance, here, vec4(min(light, vec3(BRIGHTEST)), 1.0));
}
