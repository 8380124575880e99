// Fog between the camera and what it sees: even up to its base, thinning out exponentially above.
// FogLayer in Java is the same; what light the fog gives is decided there.

float fogExcess(float aboveBase) {
  return aboveBase * view.fog.z < 1e-4 ? aboveBase : (1.0 - exp(-aboveBase * view.fog.z)) / view.fog.z;
}

// Integral of the density from the base to a height above the camera, and the density there.
float fogColumn(float height) {
  float aboveBase = height - view.fog.y;
  return aboveBase <= 0.0 ? aboveBase : fogExcess(aboveBase);
}

float fogDensity(float height) {
  return exp(-max(height - view.fog.y, 0.0) * view.fog.z);
}

// Henyey and Greenstein, Diffuse radiation in the galaxy (1941).
//
// g: mean cosine of the scattering angle
float scattering(float cosine, float g) {
  float d = 1.0 + g * g - 2.0 * g * cosine;
  return (1.0 - g * g) / (4.0 * 3.14159265358979 * d * sqrt(d));
}

float fogPhase(float cosine) {
  return scattering(cosine, view.fog.w);
}

// Share of light that is left after the way between two points, each given from the camera.
float fogBetween(vec3 from, vec3 to) {
  float rise = to.z - from.z;
  float distance = length(to - from);
  float mean = abs(rise) < 0.01 * distance
      ? fogDensity(0.5 * (from.z + to.z))
      : (fogColumn(to.z) - fogColumn(from.z)) / rise;
  return exp(-view.fog.x * mean * distance);
}

// Share of a point's light that reaches the camera; fromCamera: meters along the world's axes.
float fogTransmittance(vec3 fromCamera) {
  return fogBetween(vec3(0.0), fromCamera);
}

// light: radiance of what is seen; fromCamera: where it is
vec3 throughFog(vec3 light, vec3 fromCamera) {
  if (view.fog.x == 0.0) {
    return light;
  }
  float through = fogTransmittance(fromCamera);
  float cosine = dot(fromCamera, view.sunTowards.xyz) / max(length(fromCamera), 1e-6);
  float rise = view.fogVeil.w * fromCamera.z / max(length(fromCamera), 1e-6);
  vec3 deep = view.fogVeil.rgb * (1.0 + rise) + view.fogSunlight.rgb * fogPhase(cosine);
  return mix(deep, light, through);
}
