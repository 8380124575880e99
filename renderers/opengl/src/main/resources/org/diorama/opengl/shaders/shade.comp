// A list of pixels -> exposed linear color of the surface each shows; the sky is painted already.
#include "surface.glsl"
#include "brdf.glsl"
#include "sky.glsl"
#include "irradiance.glsl"
#include "effects.glsl"
#include "fog.glsl"
#include "lists.glsl"
#ifdef FINISH
#include "finish.glsl"
#include "finish_sky.glsl"
#endif
#include "bare.glsl"
layout(local_size_x = LIST_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(binding = RADIANCE_IMAGE, rgba16f) writeonly uniform image2D radiance;

vec3 indirectLight(Point point, Reflectance r, Surroundings around, vec3 ahead, float open) {
  vec3 diffuse = around.irradiance / PI * withReflections(open, r.diffuse);
  vec3 mirrored = reflection(around, ahead, point.roughness)
      * mirrorOpenness(r.nv, open, point.roughness);
  return r.single * mirrored + (r.multiple + r.diffuse) * diffuse;
}

vec3 shaded(Point point, uint material, ivec2 pixel) {
#ifdef FINISH
  Reflectance reflectance = reflectanceOf(point, dielectricOf(materialAt(material)));
#else
  Reflectance reflectance = reflectanceOf(point, 0.04);
#endif
  vec3 result = point.emission;
  float open = openness(pixel, point.depth);
  vec3 ahead = reflect(-point.view, point.normal);
  Surroundings around = surroundings(point.fromCamera, point.face, point.normal, ahead);
#ifdef FINISH
  Finish finish = finishOf(materialAt(material), point, reflectance);
  result += finishIndirectLight(point, finish, around, ahead, open);
#endif
  result += indirectLight(point, reflectance, around, ahead, open);
  vec3 l = view.sunTowards.xyz;
  if (HAS_SUN && dot(point.normal, l) > 0.0 && dot(point.face, l) > 0.0) {
    vec3 reflected = reflectedLight(point, reflectance, l, view.sunTowards.w);
#ifdef FINISH
    reflected += finishedLight(point, finish, l, max(view.sunTowards.w, 0.002), vec2(0.0));
#endif
    float lit = sunlight(point.fromCamera, point.face, point.depth, vec2(pixel));
    result += reflected * view.sunIlluminance.rgb * sunThroughGlass(point.fromCamera, point.depth, lit);
  }
#ifdef FINISH
  float through = -dot(point.normal, l);
  if (HAS_SUN && through > 0.0 && dot(point.face, l) < 0.0) {
    float lit = sunlight(point.fromCamera, -point.face, point.depth, vec2(pixel));
    result += finish.behind / PI * through * view.sunIlluminance.rgb
        * sunThroughGlass(point.fromCamera, point.depth, lit);
  }
#endif
  keepBare(pixel, luminanceOf(result));
  return throughFog(result, point.fromCamera);
}

void main() {
  if (gl_GlobalInvocationID.x >= lists[LIST].count) {
    return;
  }
  uint pixel = entries[entryOf(LIST, gl_GlobalInvocationID.x)];
  ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
  uvec2 visible = texelFetch(visibility, place, 0).xy;
  Point point = pointAt(visible, dvec2(place) + 0.5LF);
  vec3 color = shaded(point, drawAt(visible.x - 1u).material, place);
  imageStore(radiance, place, vec4(min(color, vec3(BRIGHTEST)), 1.0));
}
