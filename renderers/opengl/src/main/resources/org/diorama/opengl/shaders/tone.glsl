// From exposed linear color to what a display shows, linear in [0, 1].
// Linear up to KNEE, then an exponential shoulder with the same slope that tends to 1.
vec3 displayed(vec3 x) {
  vec3 bent = KNEE + (1.0 - KNEE) * (1.0 - exp((KNEE - x) / (1.0 - KNEE)));
  return mix(x, bent, step(vec3(KNEE), x));
}
