// What lets light pass, seen from the sun.
#define STORED 1
#include "caster.glsl"
#include "normals.glsl"
#include "view.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
layout(location = 2) in vec2 textureCoordinates;
layout(location = 0) uniform uint layerIndex;
layout(location = 0) flat out uint material;
layout(location = 1) out vec2 uv;
layout(location = 2) out vec3 light;  // light space, relative to the camera
layout(location = 3) out vec3 normal; // likewise, of any length; zero where vertices have none
layout(location = 4) flat out float middle; // of the instance, towards the sun

void main() {
  Draw draw = drawAt(drawIndex);
  Caster caster = casters[draw.instance];
  vec4 place = vec4(position, 1.0);
  light = vec3(dot(caster.lightX, place), dot(caster.lightY, place), dot(caster.lightZ, place));
  normal = lightFromWorld(worldNormal(surfaceAt(draw.instance), octahedral(attributesAt(gl_VertexID).x)));
  middle = caster.lightZ.w;
  material = draw.material;
  uv = textureCoordinates;
  gl_Position = vec4(shadowPlace(layerOf(layerIndex), light), 1.0);
}
