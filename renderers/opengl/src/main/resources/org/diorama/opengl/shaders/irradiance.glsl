// Light from the sky and, where there is a volume, from the surfaces that hide some of it.
struct Surroundings {
  vec3 irradiance; // exposed
  vec3 behind;     // likewise on the surface's other side
  vec3 mirrored;   // mean luminance of surfaces around the mirrored view
  float hidden;    // share of the sky there that surfaces hide
};

// Mean luminance over a lobe around the mirrored view.
vec3 reflection(Surroundings around, vec3 ahead, float roughness) {
  return mix(skyReflection(ahead, roughness), around.mirrored, around.hidden);
}

#ifndef VOLUME
Surroundings surroundings(vec3 fromCamera, vec3 face, vec3 normal, vec3 ahead) {
  return Surroundings(skyIrradiance(normal), skyIrradiance(-normal), vec3(0.0), 0.0);
}
#else
// The probes around a point: see IrradianceVolume, which does the same.
layout(binding = VOLUME_UNIT) uniform sampler2D volumeLight;             // nine texels a probe
layout(binding = VOLUME_DISTANCE_UNIT) uniform sampler2D volumeDistance; // a bordered tile a probe
layout(location = 0) uniform vec4 volume[4]; // first probe from the camera, and weight against the
                                             // sky; spacing, and lift off surfaces; probes along
                                             // each axis, and largest distance; share of what lies
                                             // beyond the grid that is outdoors

// Real spherical harmonics, in the order of SphericalHarmonics (Ramamoorthi and Hanrahan, 2001).
void harmonics(vec3 d, out float basis[9]) {
  basis[0] = 0.282095;
  basis[1] = 0.488603 * d.y;
  basis[2] = 0.488603 * d.z;
  basis[3] = 0.488603 * d.x;
  basis[4] = 1.092548 * d.x * d.y;
  basis[5] = 1.092548 * d.y * d.z;
  basis[6] = 0.315392 * (3.0 * d.z * d.z - 1.0);
  basis[7] = 1.092548 * d.x * d.z;
  basis[8] = 0.546274 * (d.x * d.x - d.y * d.y);
}

// Chebyshev's inequality on how far a probe sees: Majercik et al., Dynamic Diffuse Global
// Illumination with Ray-Traced Irradiance Fields (JCGT 2019).
float seenBy(ivec2 tile, vec3 fromProbe) {
  vec2 place = vec2(tile) * (VOLUME_TILE + 2.0) + 1.0 + octahedralPlace(fromProbe) * VOLUME_TILE;
  vec2 moments = textureLod(volumeDistance, place / vec2(textureSize(volumeDistance, 0)), 0.0).xy;
  float beyond = min(length(fromProbe), volume[2].w) - moments.x;
  float blur = VOLUME_BLUR * volume[2].w;
  float variance = abs(moments.y - moments.x * moments.x) + blur * blur;
  float chance = variance / (variance + beyond * beyond);
  float seen = beyond <= 0.0 ? 1.0 : max(0.01, chance * chance * chance);
  return moments.x < 0.0 ? 0.001 : seen; // a blind one counts even less than a hidden one
}

// Between the eight probes of a cell (Greger, Shirley, Hubbard and Greenberg, The Irradiance Volume,
// IEEE Computer Graphics and Applications 18, 1998), each as much as it is before the surface and
// sees it; slight weights are crushed (Majercik et al., JCGT 2019).
Surroundings surroundings(vec3 fromCamera, vec3 face, vec3 normal, vec3 ahead) {
  vec3 onSurface = fromCamera - volume[0].xyz;
  vec3 position = onSurface + volume[1].w * face;
  vec3 place = clamp(position / volume[1].xyz, vec3(0.0), volume[2].xyz - 1.0);
  vec3 base = min(floor(place), volume[2].xyz - 2.0);
  vec3 part = place - base;
  vec4 sum[9];
  for (int k = 0; k < 9; k++) {
    sum[k] = vec4(0.0);
  }
  float weights = 0.0;
  for (int corner = 0; corner < 8; corner++) {
    vec3 offset = vec3(corner & 1, corner >> 1 & 1, corner >> 2);
    vec3 probe = base + offset;
    vec3 where = probe * volume[1].xyz;
    int index = int((probe.z * volume[2].y + probe.y) * volume[2].x + probe.x);
    ivec2 tile = ivec2(index % VOLUME_COLUMNS, index / VOLUME_COLUMNS);
    vec3 near3 = mix(1.0 - part, part, offset);
    vec3 toProbe = where - onSurface;
    float before = smoothstep(0.0, volume[1].w, dot(toProbe, face));
    float fits = (before + 0.01) * seenBy(tile, position - where);
    fits *= fits < 0.2 ? 25.0 * fits * fits : 1.0;
    float weight = fits * (near3.x * near3.y * near3.z + 0.001);
    vec2 texel = vec2(9 * tile.x, tile.y) + 0.5;
    for (int k = 0; k < 9; k++) {
      // Not fetched: beside glass.comp's arrays of samplers, Mesa's llvmpipe fetches zeros.
      vec2 at = (texel + vec2(k, 0.0)) / vec2(textureSize(volumeLight, 0));
      sum[k] += weight * textureLod(volumeLight, at, 0.0);
    }
    weights += weight;
  }
  float around[9];
  float mirror[9];
  harmonics(normal, around);
  harmonics(ahead, mirror);
  vec3 even = vec3(0.0);
  vec3 odd = vec3(0.0);
  vec4 inMirror = vec4(0.0);
  for (int k = 0; k < 9; k++) {
    bool isOdd = k >= 1 && k <= 3;
    even += isOdd ? vec3(0.0) : around[k] * sum[k].rgb;
    odd += isOdd ? around[k] * sum[k].rgb : vec3(0.0);
    inMirror += mirror[k] * sum[k];
  }
  float scale = 1.0 / max(weights, 1e-20);
  vec3 last = (volume[2].xyz - 1.0) * volume[1].xyz;
  float off = length(onSurface - clamp(onSurface, vec3(0.0), last));
  float outdoors = smoothstep(OUTDOORS_FROM, OUTDOORS_FULL, off);
  float share = volume[0].w * (1.0 - volume[3].x * outdoors);
  float light = scale * view.exposure.x;
  return Surroundings(
      mix(skyIrradiance(normal), max((even + odd) * light, vec3(0.0)), share),
      mix(skyIrradiance(-normal), max((even - odd) * light, vec3(0.0)), share),
      max(inMirror.rgb * (light / PI), vec3(0.0)),
      share * (1.0 - clamp(inMirror.w * scale, 0.0, 1.0)));
}
#endif
