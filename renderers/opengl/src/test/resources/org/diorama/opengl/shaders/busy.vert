layout(std430, binding = 0) buffer First { vec4 first[]; };
layout(location = 0) out vec4 color;

void main() {
  float number = gl_VertexID;
  gl_Position = vec4(fract(number * 0.618) * 2.0 - 1.0, fract(number * 0.314) * 2.0 - 1.0, 0.5, 1.0);
  color = vec4(number) + first[0];
}
