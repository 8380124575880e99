// Reflection of sun and sky by a metal-rough surface. Radiance is pre-exposed.
const float PI = 3.14159265358979;

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

// Integral of the specular lobe under uniform light: the analytic fit of Karis, Physically Based
// Shading on Mobile (2014).
vec3 environmentBrdf(vec3 f0, float roughness, float nv) {
  vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
  float a = min(r.x * r.x, exp2(-9.28 * nv)) * r.x + r.y;
  vec2 ab = vec2(-1.04, 1.04) * a + r.zw;
  return f0 * ab.x + ab.y;
}

vec3 skyRadiance(vec3 direction) {
  float s = direction.z;
  return s < 0.0 ? view.ground.rgb : mix(view.horizon.rgb, view.zenith.rgb, s);
}

// Irradiance of the gradient on a surface of normal n, in closed form. The term that grows with the
// sine of the elevation is the integral of a product of two clamped cosines over the sphere, which
// is the first-order arc-cosine kernel: Cho and Saul, Kernel Methods for Deep Learning (2009).
vec3 skyIrradiance(vec3 n) {
  float c = clamp(n.z, -1.0, 1.0);
  float both = 2.0 / 3.0 * (sqrt(max(0.0, 1.0 - c * c)) + (PI - acos(c)) * c);
  return PI * 0.5 * (1.0 + c) * view.horizon.rgb + both * (view.zenith.rgb - view.horizon.rgb)
      + PI * 0.5 * (1.0 - c) * view.ground.rgb;
}

// Mean sky radiance over a lobe around r: sharp for a mirror, the diffuse mean for full roughness.
vec3 skyReflection(vec3 r, float roughness) {
  float width = roughness * roughness;
  float above = smoothstep(-width - 1e-3, width + 1e-3, r.z);
  vec3 upper = mix(view.horizon.rgb, view.zenith.rgb, mix(max(r.z, 0.0), 2.0 / 3.0, width * 0.5));
  vec3 sharp = mix(view.ground.rgb, upper, above);
  return mix(sharp, skyIrradiance(r) / PI, width);
}

// Linear up to KNEE, then an exponential shoulder with the same slope that tends to 1.
vec3 shoulder(vec3 x) {
  vec3 bent = KNEE + (1.0 - KNEE) * (1.0 - exp((KNEE - x) / (1.0 - KNEE)));
  return mix(x, bent, step(vec3(KNEE), x));
}
