// Lobes beyond metal and roughness. Each takes its share of uniform light away from what lies below
// it, so that none is made or lost: a clear coat above a sheen above the surface itself.
layout(binding = SHEEN_UNIT) uniform sampler2DArray sheenAlbedo; // by root of the view's cosine, roughness

struct Finish {
  Reflectance coat; // the lobe of a dielectric, times the coat's weight
  vec3 sheen;       // color, times what the coat leaves
  float sheenAlpha;
  float sheenShare; // of uniform light that a white sheen reflects
  float sheenLimit; // what the bare lobe is multiplied by, so that it makes no light
  vec3 behind;      // albedo of light from the other side
};

// Share that a smooth surface of a refractive index mirrors at normal incidence.
float dielectricOf(Material material) {
  float index = abs(material.transmission.w);
  float root = (index - 1.0) / (index + 1.0);
  return root * root;
}

// The finish of a surface, and dims what lies below its lobes.
Finish finishOf(Material material, Point point, inout Reflectance r) {
  Finish f;
  Point lacquer = point;
  lacquer.baseColor = vec3(0.0);
  lacquer.metallic = 0.0;
  lacquer.roughness = material.coat.y;
  f.coat = reflectanceOf(lacquer, 0.04);
  f.coat.single *= material.coat.x;
  f.coat.multiple *= material.coat.x;
  f.coat.boost *= material.coat.x;
  float left = 1.0 - f.coat.single.x - f.coat.multiple.x;
  // See SheenAlbedo: below, the lobe is too narrow.
  float roughness = max(material.coat.z, SHEEN_SMOOTHEST);
  f.sheenAlpha = roughness * roughness;
  float across = (sqrt(r.nv) * float(SHEEN_SIZE - 1) + 0.5) / float(SHEEN_SIZE);
  float albedo = textureLod(sheenAlbedo, vec3(across, roughness, 0.0), 0.0).x;
  f.sheenShare = min(1.0, albedo);
  f.sheenLimit = 1.0 / max(1.0, albedo);
  f.sheen = material.sheen.rgb * left;
  left *= 1.0 - max(material.sheen.r, max(material.sheen.g, material.sheen.b)) * f.sheenShare;
  r.single *= left;
  r.multiple *= left;
  r.boost *= left;
  r.diffuse *= left * (1.0 - material.sheen.w);
  f.behind = r.diffuse * material.coat.w;
  r.diffuse -= f.behind;
  return f;
}

// Charlie: Estevez and Kulla, Production Friendly Microfacet Sheen BRDF (2017); its visibility after
// Neubelt and Pettineo, Crafting a Next-gen Material Pipeline for The Order: 1886 (2013).
float sheenLobe(Finish f, float nl, float nv, float nh) {
  float inverse = 1.0 / f.sheenAlpha;
  float sine2 = max(1.0 - nh * nh, 1e-4);
  float distribution = (2.0 + inverse) * pow(sine2, 0.5 * inverse) / (2.0 * PI);
  return f.sheenLimit * distribution / (4.0 * (nl + nv - nl * nv));
}

// Like reflectedLight, of the lobes alone; wider is that of mirroredLight.
vec3 finishedLight(Point point, Finish f, vec3 towards, float least, vec2 wider) {
  float nl = max(dot(point.normal, towards), 0.0);
  float nh = clamp(dot(point.normal, normalize(point.view + towards)), 0.0, 1.0);
  return mirroredLight(point, f.coat, towards, max(f.coat.alpha, least), wider)
      + f.sheen * sheenLobe(f, nl, f.coat.nv, nh) * nl;
}
