// A list of pixels: adds the light of a batch of lamps to the surface each shows. Diffuse light of
// panels and tubes is Lambert's formula for polygons (Baum, Rushmeier and Winget, 1989: see side),
// gloss that of their point nearest to the mirrored view (Karis, 2013: see mirroredPoint): closed
// forms for LampShape's surfaces.
#include "surface.glsl"
#include "brdf.glsl"
#include "lists.glsl"
#include "lamp.glsl"
#ifdef LAMP_SHADOWS
#include "lamplight.glsl"
#endif
#include "fog.glsl"
#ifdef FINISH
#include "finish.glsl"
#endif
#ifdef GLASS_FRONT
#include "pane.glsl"
#endif
#include "bare.glsl"
layout(local_size_x = LIST_GROUP) in;
layout(location = 0) uniform uint lampCount;
layout(location = 1) uniform float least; // exposed light of one lamp that is too little to be seen
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_IMAGE, rgba16f) uniform image2D radiance;

// θ / sin θ by cos θ, from the angle's half: the series of arccos x / √(1 - x²) about x = 1, whose
// terms are n! (1 - x)ⁿ / (2n + 1)!!.
float angleOverSine(float cosine) {
  float half_ = sqrt(max(0.5 + 0.5 * cosine, 1e-6));
  float u = 1.0 - half_;
  float series = 1.0 + u * (1.0 / 3.0 + u * (2.0 / 15.0 + u * (2.0 / 35.0
      + u * (8.0 / 315.0 + u * (8.0 / 693.0 + u * (16.0 / 3003.0))))));
  return series / half_;
}

// One side's part in Lambert's formula for the light of a polygon: Baum, Rushmeier and Winget,
// Improving Radiosity Solutions through the Use of Analytically Determined Form-Factors (1989).
float side(vec3 a, vec3 b, vec3 normal) {
  float lengths = inversesqrt(max(dot(a, a) * dot(b, b), 1e-20));
  return dot(cross(a, b - a), normal) * lengths * angleOverSine(dot(a, b) * lengths);
}

// A lamp as a point sees it: flat, turned towards it where the lamp is round all about.
struct Seen {
  vec3 center; // from the point
  vec3 x;      // where it faces
  vec3 y;
  vec3 z;
  vec2 extent; // half, along y and z
  bool isBox;
};

Seen seenFrom(Lamp lamp, vec3 position) {
  Seen seen;
  seen.center = lamp.center.xyz - position;
  float form = lamp.intensity.w;
  bool turns = form == GLOBE || form == TUBE_LAMP;
  vec3 back = -seen.center;
  vec3 other = abs(back.z) < 0.9 * length(back) ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0);
  vec3 globeZ = normalize(cross(back, other));
  seen.z = form == GLOBE ? globeZ : lamp.axisZ.xyz;
  vec3 flat_ = back - dot(back, seen.z) * seen.z;
  seen.x = turns ? flat_ * inversesqrt(max(dot(flat_, flat_), 1e-12)) : lamp.axisX.xyz;
  seen.y = turns ? cross(seen.z, seen.x) : lamp.axisY.xyz;
  seen.extent = vec2(lamp.axisY.w, lamp.axisZ.w);
  seen.isBox = form == PANEL || form == TUBE_LAMP;
  return seen;
}

// Integral of the cosine over the solid angle of a box or octagon of the lamp's area, cut at the
// horizon: the contour of Baum, Rushmeier and Winget (1989), clipped as Heitz, Dupuy, Hill and
// Neubelt, Real-Time Polygonal-Light Shading with Linearly Transformed Cosines (ACM Transactions on
// Graphics 35, 2016), section 3, clip theirs.
float formFactor(Seen seen, bool isGlobe, vec3 normal) {
  // No turn for a globe, whose light its distance tells.
  int count = isGlobe ? 0 : seen.isBox ? 4 : 8;
  // The octagon has the circle's area: √(2π / (8 sin 45°)) of its radius.
  vec2 corner = seen.isBox ? vec2(1.0) : vec2(1.0539, 0.0);
  vec2 turn = seen.isBox ? vec2(0.0, 1.0) : vec2(0.70710678);
  vec3 a = seen.center + corner.x * seen.extent.x * seen.y + corner.y * seen.extent.y * seen.z;
  float heightA = dot(a, normal);
  vec3 entry = vec3(0.0);
  vec3 leave = vec3(0.0);
  bool crosses = false;
  float sum = 0.0;
  for (int i = 0; i < count; i++) {
    corner = vec2(corner.x * turn.x - corner.y * turn.y, corner.x * turn.y + corner.y * turn.x);
    vec3 b = seen.center + corner.x * seen.extent.x * seen.y + corner.y * seen.extent.y * seen.z;
    float heightB = dot(b, normal);
    vec3 crossing = mix(a, b, clamp(heightA / (heightA - heightB), 0.0, 1.0));
    vec3 from = heightA < 0.0 ? crossing : a;
    vec3 to = heightB < 0.0 ? crossing : b;
    sum += heightA > 0.0 || heightB > 0.0 ? side(from, to, normal) : 0.0;
    entry = heightA < 0.0 && heightB >= 0.0 ? crossing : entry;
    leave = heightA >= 0.0 && heightB < 0.0 ? crossing : leave;
    crosses = crosses || (heightA < 0.0) != (heightB < 0.0);
    a = b;
    heightA = heightB;
  }
  sum += crosses ? side(leave, entry, normal) : 0.0;
  return 0.5 * abs(sum);
}

// The lamp's point that lies nearest to the mirrored view: Karis, Real Shading in Unreal Engine 4
// (SIGGRAPH 2013 course), for flat shapes.
vec3 mirroredPoint(Seen seen, vec3 mirrored) {
  float along = dot(mirrored, seen.x);
  float t = along < -1e-3 ? dot(seen.center, seen.x) / along : 100.0 * length(seen.center);
  vec3 apart = mirrored * t - seen.center;
  vec2 place = vec2(dot(apart, seen.y), dot(apart, seen.z));
  vec2 box = clamp(place, -seen.extent, seen.extent);
  vec2 disk = place * min(1.0, seen.extent.x / max(length(place), 1e-9));
  place = seen.isBox ? box : disk;
  return seen.center + place.x * seen.y + place.y * seen.z;
}

#ifndef FINISH
struct Finish {
  bool none;
};
#endif

// Whether a lamp that a point does not face shines through it from behind.
bool isBehind(Seen seen, Point point, Finish f) {
#ifdef FINISH
  return f.behind != vec3(0.0) && dot(point.face, seen.center) < 0.0;
#else
  return false;
#endif
}

// Exposed light of one lamp that a point sends to the camera, shadow apart.
vec3 lampLight(Lamp lamp, Seen seen, Point point, Reflectance r, Finish f, bool behind) {
  float square = max(dot(seen.center, seen.center), 1e-8);
  float distance_ = sqrt(square);
  vec3 towards = seen.center / distance_;
  float cone = coneShare(lamp, -dot(towards, lamp.axisX.xyz));
  bool isGlobe = lamp.intensity.w == GLOBE;
  vec3 normal = behind ? -point.normal : point.normal;
  float globe = max(dot(normal, towards), 0.0) / square;
  float area = formFactor(seen, isGlobe, normal) * lamp.axisX.w;
  float diffuse = (isGlobe ? globe : area) * cone;
  vec3 near_ = mirroredPoint(seen, reflect(-point.view, point.normal));
  float nearSquare = max(dot(near_, near_), 1e-8);
  vec3 l = near_ * inversesqrt(nearSquare);
  float share = isGlobe ? cone : max(-dot(l, seen.x), 0.0);
  // A wide lamp spreads the lobe, so that a mirror shows the lamp's own luminance: see brdf.glsl.
  vec2 wider = seen.extent * (seen.isBox ? 0.5641896 : 0.5) * inversesqrt(nearSquare);
  vec3 glossy = mirroredLight(point, r, l, max(r.alpha, 0.002), wider);
#ifdef FINISH
  glossy += finishedLight(point, f, l, 0.002, wider);
  if (behind) {
    return lamp.intensity.rgb * f.behind / PI * diffuse;
  }
#endif
  return lamp.intensity.rgb * (r.diffuse / PI * diffuse + glossy * (share / nearSquare));
}

// Whether a lamp may light a point: cheap, and never wrongly false.
bool reaches(Lamp lamp, Point point, Finish f) {
  vec3 apart = point.fromCamera - lamp.center.xyz;
  float square = dot(apart, apart);
  float form = lamp.intensity.w;
  float extent = form == GLOBE ? 0.0 : lamp.axisY.w + lamp.axisZ.w;
  float ahead = dot(apart, lamp.axisX.xyz);
  bool isAhead = form == GLOBE ? ahead > lamp.cone.x * sqrt(square) : form == TUBE_LAMP || ahead > 0.0;
  bool faces_ = dot(point.normal, apart) < extent && dot(point.face, apart) < extent;
#ifdef FINISH
  faces_ = faces_ || f.behind != vec3(0.0);
#endif
  return isAhead && square < lamp.center.w && faces_;
}

void main() {
  if (gl_GlobalInvocationID.x >= lists[LIST].count) {
    return;
  }
  uint pixel = entries[entryOf(LIST, gl_GlobalInvocationID.x)];
  ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
  uvec2 visible = texelFetch(visibility, place, 0).xy;
  Point point = pointAt(visible, dvec2(place) + 0.5LF);
#ifdef GLASS_FRONT
  Material material = materialAt(drawAt(visible.x - 1u).material);
  float cosine = max(dot(point.view, point.normal), 1e-3);
  float mirrors = fresnelDielectric(cosine, abs(material.transmission.w));
  Reflectance reflectance;
  Finish finish = glassFinish(material, point, mirrors, reflectance);
#elif defined(FINISH)
  Material material = materialAt(drawAt(visible.x - 1u).material);
  Reflectance reflectance = reflectanceOf(point, dielectricOf(material));
  Finish finish = finishOf(material, point, reflectance);
#else
  Reflectance reflectance = reflectanceOf(point, 0.04);
  Finish finish = Finish(true);
#endif
  uint reached = 0u;
  for (uint i = 0u; i < lampCount; i++) {
    reached |= reaches(lamps[i], point, finish) ? 1u << i : 0u;
  }
  vec3 sum = vec3(0.0);
  // One turn for each lamp that reaches the pixel: CPUs run all of a loop's body for all.
  while (reached != 0u) {
    Lamp lamp = lamps[findLSB(reached)];
    reached &= reached - 1u;
    Seen seen = seenFrom(lamp, point.fromCamera);
    bool behind = isBehind(seen, point, finish);
    vec3 light = lampLight(lamp, seen, point, reflectance, finish, behind);
    light *= view.fog.x == 0.0 ? 1.0 : fogBetween(lamp.center.xyz, point.fromCamera);
    bool isSeen = max(light.r, max(light.g, light.b)) >= least;
#ifdef LAMP_SHADOWS
    vec3 face = behind ? -point.face : point.face;
    light *= lampSeen(
        lamp, point.fromCamera, face, seen.y, seen.isBox, vec2(place), isSeen);
#endif
    light = isSeen ? light : vec3(0.0);
    sum += light;
  }
  if (hasAir()) {
    keepBare(place, bareLuminance(place) + luminanceOf(sum));
  }
  float through = view.fog.x == 0.0 ? 1.0 : fogTransmittance(point.fromCamera);
  vec3 color = imageLoad(radiance, place).rgb + sum * through;
  imageStore(radiance, place, vec4(min(color, vec3(BRIGHTEST)), 1.0));
}
