// A list of pixels: lays transparent surfaces over the radiance of what is behind them, nearest first.
// Panes let light pass straight; bodies refract it, by the layers' own points and normals, and what is
// behind them is looked up in the image; where it shows nothing there, in what comes from around: the
// sky, and in rooms the volume of light between surfaces. Rough ones spread it.
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
layout(binding = GLASS_OPAQUE_UNIT) uniform sampler2D opaque;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;

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

// Where a ray inside a body leaves it: met with the far side as the image shows it where the ray would
// come out, corrected a few times (Wyman, An Approximate Image-Space Approach for Interactive
// Refraction, 2005). far is the far side on the pixel's own line, and becomes the one that is met.
float chordOf(int layer, uint instance, vec3 origin, vec3 direction, inout Point far) {
  float most = 2.0 * length(far.fromCamera - origin);
  float chord = 0.0;
  for (int i = 0; i < 4; i++) {
    float slope = min(dot(direction, far.normal), -0.05);
    chord = clamp(dot(far.fromCamera - origin, far.normal) / slope, 0.0, most);
    vec3 out_ = inCamera(origin + direction * chord);
    vec2 place = out_.z > 0.0 ? imagePlace(out_) : vec2(-1.0);
    if (!isInImage(place)) {
      break;
    }
    uvec2 visible = texelFetch(layers[layer], ivec2(place), 0).xy;
    if (visible.x == 0u || draws[visible.x - 1u].instance != instance) {
      break;
    }
    far = pointAt(visible, dvec2(ivec2(place)) + 0.5LF);
    most = max(most, 2.0 * length(far.fromCamera - origin));
  }
  return chord;
}

// What a ray that left its pixel's line meets: the image's surface where it comes as deep as that, or
// what comes from there on average, without detail, where the image shows none.
//
// width: of what is averaged, in meters per meter of the way
vec3 lookUp(vec3 origin, vec3 direction, ivec2 pixel, float width) {
  vec3 from = inCamera(origin);
  vec3 along = inCamera(direction);
  ivec2 at = pixel;
  vec2 place = vec2(pixel) + 0.5;
  float level = 0.0;
  for (int i = 0; i < 6; i++) {
    float depth = uintBitsToFloat(result[view.places.x + uint(at.y) * view.size.x + uint(at.x)]);
    float way = depth > 0.0 ? max(depth - from.z, 0.0) / max(along.z, 1e-4) : 1e5;
    vec3 met = from + along * way;
    place = along.z > 0.0 ? imagePlace(met) : vec2(-1.0);
    if (!isInImage(place)) {
      return reflection(surroundings(origin, direction, direction, direction), direction, 0.0);
    }
    at = ivec2(place);
    level = log2(max(1.0, width * way / (met.z * float(view.inverseFocalX))));
  }
  return textureLod(opaque, place / vec2(view.size.xy), level).rgb;
}

#ifdef FROSTED
vec3 lookUpSpread(vec3 origin, vec3 direction, ivec2 pixel, float spread) {
  vec3 sum = vec3(0.0);
  for (int tap = 0; tap < FROST_TAPS; tap++) {
    float width;
    vec3 along = frostTap(direction, spread, tap, width);
    sum += lookUp(origin, along, pixel, width);
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
  float spread = 0.0; // of the ray: see frost.glsl
  uint bodies[GLASS_LAYERS]; // instances that the ray has met
  int met = 0;
  for (int i = 0; i < GLASS_LAYERS; i++) {
    uvec2 visible = texelFetch(layers[i], place, 0).xy;
    if (visible.x == 0u) {
      break;
    }
    Draw draw = draws[visible.x - 1u];
    Material material = materials[draw.material];
    Point point = pointAt(visible, dvec2(place) + 0.5LF);
    direction = bent ? direction : -point.view;
    bool isBody = material.transmission.w > 0.0;
    float index = abs(material.transmission.w);
    int inside = 0;
    for (int k = 0; k < met; k++) {
      inside += bodies[k] == draw.instance ? 1 : 0;
    }
    bodies[i] = draw.instance;
    met = i + 1;
    bool leaves = isBody && (inside & 1) == 1;
    float cosine = max(-dot(direction, point.normal), 1e-3);
    float mirrors = fresnelDielectric(cosine, leaves ? 1.0 / index : index);
    if (leaves) {
      float chord = chordOf(i, draw.instance, origin, direction, point);
      cosine = max(-dot(direction, point.normal), 1e-3);
      mirrors = fresnelDielectric(cosine, 1.0 / index);
      vec3 absorbed = exp(-material.transmission.xyz * chord);
      left *= absorbed * (mirrors < 1.0 ? 1.0 - mirrors : 1.0);
      vec3 out_ = refract(direction, point.normal, index);
      origin += direction * chord;
#ifdef FROSTED
      spread = spread * index * index + spreadBy(index - 1.0, point.roughness);
#endif
      direction = dot(out_, out_) > 0.0 ? out_ : reflect(direction, point.normal);
    } else {
      vec3 tint = point.baseColor;
      Reflectance r;
      Finish f = glassFinish(material, point, mirrors, r);
      float coated = 1.0 - f.coat.single.x - f.coat.multiple.x;
      float share = material.sheen.w * (1.0 - point.metallic);
      vec3 veil = throughFog(vec3(0.0), point.fromCamera);
      vec3 own = ownLight(point, r, f, place);
      sum += left * throughFog(own, point.fromCamera);
      bare += luminanceOf(left * own);
      left *= share * coated * (isBody ? (1.0 - mirrors) * tint : paneTransmits(mirrors, tint));
      sum -= left * veil;
      direction = isBody ? refract(direction, point.normal, 1.0 / index) : direction;
      bent = bent || isBody;
      origin = bent || spread == 0.0 ? point.fromCamera : origin;
#ifdef FROSTED
      spread += spreadBy(isBody ? (index - 1.0) / index : paneTurns(index), point.roughness);
#endif
    }
  }
  vec3 behind;
#ifdef FROSTED
  float pixels = sqrt(spread) / float(view.inverseFocalX);
  if (pixels > 0.5) {
    behind = lookUpSpread(origin, direction, place, sqrt(spread));
  } else
#endif
  {
    behind = bent ? lookUp(origin, direction, place, 0.0) : imageLoad(radiance, place).rgb;
  }
  vec3 color = max(sum + left * behind, vec3(0.0));
  keepBare(place, bare + luminanceOf(left) * bareLuminance(place));
  imageStore(radiance, place, vec4(min(color, vec3(BRIGHTEST)), 1.0));
}
