// Leaves out of each shadow layer the commands whose casters cannot shade its receivers.
#include "caster.glsl"
layout(local_size_x = 64) in;
layout(std430, binding = COMMANDS) buffer CommandBlock { uint commands[]; }; // five words a command
layout(location = 0) uniform uint commandsPerLayer;

void main() {
  uint index = gl_GlobalInvocationID.x;
  if (index >= commandsPerLayer) {
    return;
  }
  Layer layer = layerOf(gl_WorkGroupID.y);
  uint first = (gl_WorkGroupID.y * commandsPerLayer + index) * 5u;
  Caster caster = casters[draws[commands[first + 4u]].instance];
  vec2 apart = abs(caster.center.xy - layer.center) - caster.halfSize.xy - layer.halfSize;
  bool above = caster.center.z + caster.halfSize.z >= layer.farthest;
  commands[first + 1u] = layer.used && above && max(apart.x, apart.y) <= 0.0 ? 1u : 0u;
}
