// Lamps that light an image, as LampRecords writes them. Their own axes: x where they shine, y
// across, z along their length.

struct Lamp {
  vec4 center;    // meters from the camera along the world's axes; w: square of the reach
  vec4 axisX;     // unit vectors of the world; w: inverse of the area
  vec4 axisY;     // w: half the extent along it
  vec4 axisZ;     // likewise
  vec4 intensity; // exposed candela along x; w: one of the forms below
  vec4 cone;      // cosine of the edge; inverse of the cosines' range; first cell and their number
};

// One perspective shadow map: its axes in the lamp's frame.
struct Face {
  vec4 right;   // w: tangent of half its field of view
  vec4 up;      // w: number of its cell in the batch
  vec4 forward; // w: layer of its map
  vec4 glass;   // x: layer of what glass takes, plus 1; 0 for none
};

layout(std140, binding = LAMPS) uniform LampBlock {
  Lamp lamps[MOST_LAMPS];
  // Parts of a lamp with shadow maps of their own, as if they were lamps, with first face and number
  // of faces.
  Lamp cells[MOST_LAMP_CELLS];
};

#ifdef STORED
layout(std430, binding = LAMP_FACES) readonly buffer FaceBlock { Face faces[]; };

Face faceAt(uint i) {
  return faces[i];
}
#else
layout(binding = LAMP_FACE_UNIT) uniform samplerBuffer faceTexels;

Face faceAt(uint i) {
  int first = LAMP_FACE_TEXELS * int(i);
  return Face(
      texelFetch(faceTexels, first),
      texelFetch(faceTexels, first + 1),
      texelFetch(faceTexels, first + 2),
      texelFetch(faceTexels, first + 3));
}
#endif

const float GLOBE = 0.0;
const float PANEL = 1.0;
const float ROUND_PANEL = 2.0;
const float TUBE_LAMP = 3.0;

vec3 lampVector(Lamp lamp, vec3 world) {
  return vec3(dot(lamp.axisX.xyz, world), dot(lamp.axisY.xyz, world), dot(lamp.axisZ.xyz, world));
}

// Intensity of a cone by the cosine of the angle to its axis: see LampShape.Spot.
float coneShare(Lamp lamp, float cosine) {
  float t = clamp((cosine - lamp.cone.x) * lamp.cone.y, 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

// Candela towards a direction from the lamp, in shares of its intensity along x: see LampShape.
//
// ahead: the direction's part along x; along: likewise z
float lampShareAlong(Lamp lamp, float ahead, float along) {
  float form = lamp.intensity.w;
  float flat_ = form == TUBE_LAMP ? sqrt(max(1.0 - along * along, 0.0)) : max(ahead, 0.0);
  return form == GLOBE ? coneShare(lamp, ahead) : flat_;
}

float lampShare(Lamp lamp, vec3 direction) {
  return lampShareAlong(lamp, dot(direction, lamp.axisX.xyz), dot(direction, lamp.axisZ.xyz));
}
