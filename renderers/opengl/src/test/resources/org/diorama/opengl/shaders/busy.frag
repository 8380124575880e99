layout(std430, binding = 0) buffer First { vec4 first[]; };
layout(std430, binding = 1) buffer Second { vec4 second[]; };
layout(std430, binding = 2) buffer Third { uint third; };
layout(binding = 0) uniform sampler2D left;
layout(binding = 1) uniform sampler2D right;
layout(location = 0) in vec4 color;
layout(location = 0) out vec4 result;

void main() {
  result = color * first[1] + second[1] + texelFetch(left, ivec2(0), 0) + texelFetch(right, ivec2(0), 0);
  if (result.x < -1e30) {
    third = 1u;
  }
}
