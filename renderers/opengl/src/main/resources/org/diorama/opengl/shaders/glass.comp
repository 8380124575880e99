// A list of pixels: lays transparent surfaces over the radiance of what is behind them, nearest first.
// Panes let light pass straight; bodies refract it, by the layers' own points and normals, and what is
// behind them is looked up in the image; where it shows nothing there, in what comes from around: the
// sky, and in rooms the volume of light between surfaces. Rough ones spread it.
#define STORED 1
#include "surface.glsl"
#include "brdf.glsl"
#include "sky.glsl"
#include "irradiance.glsl"
#include "effects.glsl"
#include "fog.glsl"
#include "lists.glsl"
#include "finish.glsl"
#include "pane.glsl"
#include "finish_sky.glsl"
#include "bare.glsl"
#ifdef FROSTED
#include "frost.glsl"
#endif
layout(local_size_x = LIST_GROUP) in;
layout(binding = GLASS_UNIT) uniform usampler2D layers[GLASS_LAYERS];
layout(binding = GLASS_DEPTH_UNIT) uniform sampler2D layerDepths[GLASS_LAYERS];
layout(binding = GLASS_OPAQUE_UNIT) uniform sampler2D opaque;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;

// What no material is, is not in the program.
#ifdef BODIES
const bool HAS_BODIES = true;
#else
const bool HAS_BODIES = false;
#endif
const int STEPS = 32;
const int SPREAD_STEPS = 8;

// Light that a surface itself sends to the camera.
vec3 ownLight(Point point, Reflectance r, Finish f, ivec2 pixel) {
  vec3 ahead = reflect(-point.view, point.normal);
  Surroundings around = surroundings(point.fromCamera, point.face, point.normal, ahead);
  vec3 light = point.emission + r.single * reflection(around, ahead, point.roughness)
      + (r.multiple + r.diffuse) * around.irradiance / PI
      + finishIndirectLight(point, f, around, ahead, 1.0);
  vec3 l = view.sunTowards.xyz;
  if (HAS_SUN && dot(point.normal, l) > 0.0 && dot(point.face, l) > 0.0) {
    light += (reflectedLight(point, r, l, view.sunTowards.w)
        + finishedLight(point, f, l, max(view.sunTowards.w, 0.002), vec2(0.0)))
        * view.sunIlluminance.rgb * sunlight(point.fromCamera, point.face, point.depth, vec2(pixel));
  }
  return light;
}

vec3 inCamera(vec3 world) {
  return vec3(
      dot(vec3(view.worldFromCamera[0].x, view.worldFromCamera[1].x, view.worldFromCamera[2].x), world),
      dot(vec3(view.worldFromCamera[0].y, view.worldFromCamera[1].y, view.worldFromCamera[2].y), world),
      dot(vec3(view.worldFromCamera[0].z, view.worldFromCamera[1].z, view.worldFromCamera[2].z), world));
}

// Pixels of a point in front of the camera.
vec2 imagePlace(vec3 inCamera) {
  vec2 slope = inCamera.xy / inCamera.z;
  return slope / vec2(view.inverseFocalX, view.inverseFocalY) + vec2(view.centerX, view.centerY);
}

bool isInImage(vec2 place) {
  return all(greaterThanEqual(place, vec2(0.0))) && all(lessThan(place, vec2(view.size.xy)));
}

float depthAt(ivec2 at) {
  return uintBitsToFloat(result[view.places.x + uint(at.y) * view.size.x + uint(at.x)]);
}

#include "body.glsl"

// What a ray that left its pixel's line meets: the image's surface where it passes from before it to
// behind it, or what comes from there on average, without detail, where the image shows none. Between
// things in the image a ray passes behind them: what it meets there may be hidden, or not.
//
// width: of what is averaged, in meters per meter of the way; steps: along the image
vec3 lookUp(vec3 origin, vec3 direction, float width, int steps) {
  vec3 from = inCamera(origin);
  vec3 along = inCamera(direction);
  vec3 beyond = reflection(surroundings(origin, direction, direction, direction), direction, 0.0);
  if (from.z <= 0.0) {
    return beyond;
  }
  // Perspective: nearness is linear along the image.
  float longest = along.z < 0.0 ? -0.95 * from.z / along.z : 1e5;
  vec3 to = from + along * longest;
  vec2 start = imagePlace(from);
  vec2 way = imagePlace(to) - start;
  vec2 size = vec2(view.size.xy);
  vec2 room = mix(start, size - start, step(vec2(0.0), way)) / max(abs(way), vec2(1e-6));
  float part = clamp(min(room.x, room.y), 0.0, 1.0);
  vec2 nearness = 1.0 / vec2(from.z, to.z);
  ivec2 last = ivec2(view.size.xy) - 1;
  bool before = true;
  float low = 0.0;
  float met = -1.0;
  for (int i = 1; i <= steps && met < 0.0; i++) {
    float high = part * float(i) / float(steps);
    float depth = depthAt(clamp(ivec2(start + way * high), ivec2(0), last));
    bool behind = depth > 0.0 && depth * mix(nearness.x, nearness.y, high) < 1.0;
    if (behind && before) {
      float a = low;
      float b = high;
      for (int k = 0; k < 6; k++) {
        float middle = 0.5 * (a + b);
        float there = depthAt(clamp(ivec2(start + way * middle), ivec2(0), last));
        bool isBehind = there > 0.0 && there * mix(nearness.x, nearness.y, middle) < 1.0;
        a = isBehind ? a : middle;
        b = isBehind ? middle : b;
      }
      // Behind a nearer thing's edge depth jumps.
      float there = depthAt(clamp(ivec2(start + way * b), ivec2(0), last));
      float here = 1.0 / mix(nearness.x, nearness.y, b);
      met = here - there < 0.03 * here + abs(1.0 / mix(nearness.x, nearness.y, a) - here) ? b : met;
    }
    before = !behind;
    low = high;
  }
  if (met < 0.0) {
    bool isSky = part >= 1.0 && along.z > 0.0
        && depthAt(clamp(ivec2(start + way), ivec2(0), last)) == 0.0;
    if (!isSky) {
      return beyond;
    }
    met = 1.0;
  }
  float z = 1.0 / mix(nearness.x, nearness.y, met);
  float far = z - from.z;
  float level = log2(max(1.0, width * abs(far / max(abs(along.z), 1e-4)) / (z * float(view.inverseFocalX))));
  return textureLod(opaque, (start + way * met) / size, level).rgb;
}

#ifdef FROSTED
vec3 lookUpSpread(vec3 origin, vec3 direction, float spread) {
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < FROST_TAPS; tap++) {
    float width;
    vec3 along = frostTap(direction, spread, tap, width);
    sum += lookUp(origin, along, width, SPREAD_STEPS);
  }
  return sum / float(FROST_TAPS);
}
#endif

void main() {
  if (gl_GlobalInvocationID.x >= lists[LIST].count) {
    return;
  }
  uint pixel = entries[entryOf(LIST, gl_GlobalInvocationID.x)];
  ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
  vec3 sum = vec3(0.0);
  float bare = 0.0; // likewise with nothing in the air
  vec3 left = vec3(1.0); // of the light from behind
  vec3 direction = vec3(0.0);
  vec3 origin = vec3(0.0);
  bool bent = false;
  vec3 leg = vec3(1.0); // share that the last way within a body has left
  // What the first border that leads out of all bodies has mirrored back, and where it leaves them.
  vec3 back = vec3(0.0);
  vec3 backTo = vec3(0.0);
  vec3 backFrom = vec3(0.0);
  bool mirroredBack = false;
  float spread = 0.0; // of the ray: see frost.glsl
  Medium media[GLASS_LAYERS + 1]; // that the ray is in, each within the one before
  media[0] = Medium(0u, 1.0, vec3(0.0));
  int inside = 0;
  uint bodies[GLASS_LAYERS]; // instances that the ray has met
  int met = 0;
  int next = 0; // layer on the pixel's line
  for (int event = 0; event < 2 * GLASS_LAYERS; event++) {
    uvec2 visible;
    Point point;
    float chord = 0.0;
    if (HAS_BODIES && inside > 0) {
      float guess = next < GLASS_LAYERS ? layerDepth(next, place) : 0.0;
      guess = guess > 0.0 ? guess - inCamera(origin).z : 0.0;
      bool isBorder =
          nextBorder(origin, direction, signatureOf(media, inside), guess, visible, point, chord);
      leg = exp(-media[inside].absorption * chord);
      left *= leg;
      if (!isBorder) {
        break;
      }
      origin += direction * chord;
    } else {
      visible = next < GLASS_LAYERS ? texelFetch(layers[next], place, 0).xy : uvec2(0u);
      next++;
      if (visible.x == 0u) {
        break;
      }
      bool known = false;
      for (int k = 0; k < met; k++) {
        known = known || bodies[k] == drawAt(visible.x - 1u).instance;
      }
      if (known) {
        continue; // the ray has been through it
      }
      point = pointAt(visible, dvec2(place) + 0.5LF);
      direction = bent ? direction : -point.view;
    }
    Draw draw = drawAt(visible.x - 1u);
    Material material = materialAt(draw.material);
    bool solid = HAS_BODIES && material.transmission.w > 0.0;
    float ior = abs(material.transmission.w);
    int holds = 0;
    for (int k = 1; k <= inside; k++) {
      holds = media[k].instance == draw.instance ? k : holds;
    }
    float before = media[inside].index;
    if (HAS_BODIES && holds > 0) {
      // Borders of what surrounds the innermost body turn nothing.
      float beyond = holds == inside ? media[inside - 1].index : before;
      float index = beyond / before;
      float cosine = max(-dot(direction, point.normal), 1e-3);
      float mirrors = fresnelDielectric(cosine, index);
      if (mirrors < 1.0) {
#ifdef FROSTED
        spread = spread / (index * index) + spreadBy(1.0 / index - 1.0, point.roughness);
#endif
        vec3 onwards = refract(direction, point.normal, 1.0 / index);
        // What is mirrored back comes to the next borders by the same angles after ways as long, as
        // in balls: the sum of all that leaves there. It leaves as between level sides.
        vec3 later = left * (1.0 - mirrors) * mirrors * leg / (1.0 - mirrors * leg);
        left *= 1.0 - mirrors;
        if (inside == 1 && !mirroredBack) {
          back = later;
          backTo = reflect(onwards, point.normal);
          backFrom = origin;
          mirroredBack = true;
        } else {
          left += later;
        }
        direction = onwards;
        for (int k = holds; k < inside; k++) {
          media[k] = media[k + 1];
        }
        inside--;
      } else {
        direction = reflect(direction, point.normal);
      }
    } else {
      float index = solid ? ior / before : ior;
      float cosine = max(-dot(direction, point.normal), 1e-3);
      float mirrors = fresnelDielectric(cosine, index);
      // Before a body of less index within another: all stays where it was.
      if (HAS_BODIES && mirrors >= 1.0) {
        direction = reflect(direction, point.normal);
        if (met < GLASS_LAYERS) {
          bodies[met++] = draw.instance;
        }
        continue;
      }
      vec3 tint = point.baseColor;
      Reflectance r;
      Finish f = glassFinish(material, point, mirrors, r);
      float coated = 1.0 - f.coat.single.x - f.coat.multiple.x;
      float share = material.sheen.w * (1.0 - point.metallic);
      vec3 veil = throughFog(vec3(0.0), point.fromCamera);
      vec3 own = ownLight(point, r, f, place);
      sum += left * throughFog(own, point.fromCamera);
      bare += luminanceOf(left * own);
      left *= share * coated * (solid ? (1.0 - mirrors) * tint : paneTransmits(mirrors, tint));
      sum -= left * veil;
      bent = bent || solid;
      origin = inside == 0 && (bent || spread == 0.0) ? point.fromCamera : origin;
#ifdef FROSTED
      spread += spreadBy(solid ? (index - 1.0) / index : paneTurns(index), point.roughness);
#endif
      if (solid) {
        direction = refract(direction, point.normal, 1.0 / index);
        if (met < GLASS_LAYERS) {
          bodies[met++] = draw.instance;
        }
        if (inside < GLASS_LAYERS) {
          media[++inside] = Medium(draw.instance, ior, material.transmission.xyz);
        }
      }
    }
  }
  vec3 behind;
#ifdef FROSTED
  float pixels = sqrt(spread) / float(view.inverseFocalX);
  if (pixels > 0.5) {
    behind = lookUpSpread(origin, direction, sqrt(spread));
  } else
#endif
  {
    behind = HAS_BODIES && bent
        ? lookUp(origin, direction, 0.0, STEPS) : imageLoad(radiance, place).rgb;
  }
  // A loop is skipped where no pixel of a group needs it.
  int mirrorings = HAS_BODIES && mirroredBack ? 1 : 0;
  for (int i = 0; i < mirrorings; i++) {
    vec3 around = reflection(surroundings(backFrom, backTo, backTo, backTo), backTo, 0.0);
    sum += back * around;
    bare += luminanceOf(back * around);
  }
  vec3 color = max(sum + left * behind, vec3(0.0));
  keepBare(place, bare + luminanceOf(left) * bareLuminance(place));
  imageStore(radiance, place, vec4(min(color, vec3(BRIGHTEST)), 1.0));
}
