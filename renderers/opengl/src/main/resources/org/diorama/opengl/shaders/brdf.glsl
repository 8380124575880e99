// How a metal-rough surface reflects. What the specular lobe loses to light that bounces between its
// facets is given back, and the diffuse layer gets what the lobe leaves, so that a surface under
// uniform light reflects what its colors say: Fdez-Agüera, A Multiple-Scattering Microfacet Model
// for Real-Time Image-Based Lighting (JCGT 2019).
const float PI = 3.14159265358979;
layout(binding = ALBEDO_UNIT) uniform sampler2DArray specularAlbedo; // by cosine of the view, roughness

struct Reflectance {
  vec3 f0;       // specular color at normal incidence
  vec3 single;   // share of uniform light that the lobe mirrors at once,
  vec3 multiple; // and after further bounces between facets
  vec3 diffuse;  // albedo below the lobe
  vec3 boost;    // of the lobe under one light, for the further bounces
  float alpha;   // Burley, Physically Based Shading at Disney (2012): square of the roughness
  float nv;
};

// dielectric: share that the surface mirrors at normal incidence where it is no metal
Reflectance reflectanceOf(Point point, float dielectric) {
  Reflectance r;
  r.nv = max(dot(point.normal, point.view), 1e-3);
  r.alpha = point.roughness * point.roughness;
  r.f0 = mix(vec3(dielectric), point.baseColor, point.metallic);
  vec2 terms = textureLod(specularAlbedo, vec3(r.nv, point.roughness, 0.0), 0.0).xy;
  r.single = r.f0 * terms.x + terms.y;
  float lobe = terms.x + terms.y;
  float lost = 1.0 - lobe;
  vec3 average = r.f0 + (1.0 - r.f0) / 21.0;
  r.multiple = lost * r.single * average / (1.0 - average * lost);
  r.diffuse = point.baseColor * (1.0 - point.metallic) * (1.0 - r.single - r.multiple);
  r.boost = 1.0 + r.multiple / max(r.single, vec3(1e-4));
  return r;
}

// Walter et al., Microfacet Models for Refraction through Rough Surfaces (2007), eq. 33.
float distributionGgx(float nh, float alpha) {
  float a = alpha * alpha;
  float d = nh * nh * (a - 1.0) + 1.0;
  return a / (PI * d * d);
}

// Height-correlated Smith masking and shadowing over 4 nl nv: Heitz, Understanding the
// Masking-Shadowing Function in Microfacet-Based BRDFs (2014), eq. 99.
float visibilitySmith(float nl, float nv, float alpha) {
  float a = alpha * alpha;
  float v = nl * sqrt(nv * nv * (1.0 - a) + a);
  float l = nv * sqrt(nl * nl * (1.0 - a) + a);
  return 0.5 / max(v + l, 1e-7);
}

// Schlick, An Inexpensive BRDF Model for Physically-based Rendering (1994).
vec3 fresnelSchlick(vec3 f0, float vh) {
  return f0 + (1.0 - f0) * pow(1.0 - vh, 5.0);
}

// The specular part of reflectedLight.
//
// wider: spread of the lobe by a lamp's extent across and along, which it keeps the energy of: the
// lobe's normalization after Karis, Real Shading in Unreal Engine 4 (2013), for each direction
vec3 mirroredLight(Point point, Reflectance r, vec3 towards, float alpha, vec2 wider) {
  float nl = max(dot(point.normal, towards), 0.0);
  vec3 h = normalize(point.view + towards);
  float lobe = distributionGgx(clamp(dot(point.normal, h), 0.0, 1.0), alpha)
      * visibilitySmith(nl, r.nv, alpha) * alpha * alpha / ((alpha + wider.x) * (alpha + wider.y));
  vec3 fresnel = fresnelSchlick(r.f0, clamp(dot(point.view, h), 0.0, 1.0));
  return lobe * fresnel * r.boost * nl;
}

// Luminance towards the camera for each unit of illuminance perpendicular to the light.
//
// towards: unit vector to the light, above the surface
// width: tangent of the light's angular radius, which keeps highlights finite
vec3 reflectedLight(Point point, Reflectance r, vec3 towards, float width) {
  float nl = dot(point.normal, towards);
  float alpha = max(r.alpha, max(width, 0.002));
  return r.diffuse / PI * nl + mirroredLight(point, r, towards, alpha, vec2(0.0));
}
