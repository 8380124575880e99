// The nearest transparent surface behind those that are taken off already, and before the opaque one.
layout(binding = GLASS_UNIT) uniform sampler2D behind;
layout(binding = GLASS_BEHIND_UNIT) uniform sampler2D takenOff;
layout(location = 0) uniform uint layer;
layout(location = 0) flat in uint draw;
layout(location = 0) out uvec2 visible;

void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  float depth = gl_FragCoord.z; // greater is nearer
  if (depth <= texelFetch(behind, here, 0).x
      || (layer > 0u && depth >= texelFetch(takenOff, here, 0).x)) {
    discard;
  }
  visible = uvec2(draw + 1u, uint(gl_PrimitiveID));
}
