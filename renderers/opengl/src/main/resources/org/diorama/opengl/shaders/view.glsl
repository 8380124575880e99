// One image: camera, output places, light. Radiance is already multiplied by the exposure. A uniform
// block, as lamps are: software rasterizers read other buffers invocation by invocation.
layout(std140, binding = VIEW) uniform ViewBlock {
  double centerX;
  double centerY;
  double inverseFocalX;
  double inverseFocalY;
  uvec4 size;              // width, height, rows of the table, surfaces
  uvec4 places;            // first word of depth, instance and color plane in the result, and of
                           // what the strips of consecutive pixels have in common
  vec4 worldFromCamera[3]; // rows, rotation only
  vec4 sunTowards;         // world; w: tangent of its angular radius
  vec4 sunIlluminance;     // w: 1 where there is a sun
  vec4 exposure;           // x: exposed value of 1 cd/m²; y: compensation as a factor; z: glare's
                           // share; w: 1 where the image is metered
  vec4 development[3];     // rows of the white balance; w of the first: 1 for the filmic curve
  vec4 lightFromWorld[3];  // rows of a rotation whose third axis goes to the sun
  vec4 fog;                // extinction in 1/m, 0 for clear air; base above the camera, 1 / scale
                           // height, asymmetry
  vec4 fogVeil;            // luminance of level fog without end, but for the sun; w: its rise upwards
  vec4 fogSunlight;        // what it scatters of that, to be spread by the phase function
  vec4 groundState;        // wetness, puddles, snow depth in meters, camera's height above the ground
  vec4 fall;               // rain and snow in mm/h, pattern, seconds of exposure
  vec4 roof;               // center of the area of roofs, from the camera; 1 / half its side, 0 for
                           // none; height of its floor
  vec4 roofRange;          // from its floor to its ceiling; half its side; what x and y of a place
                           // there change by with height: see SlantArea
  vec4 cameraPlace;        // x, y of the camera in the world, remainders of PATTERN_PERIOD; wind in m/s
  vec4 clouds;             // x, y of the camera, moved down the sun's rays, from the middle of the
                           // tables of shade; mean shade; w: 1 where there are clouds
} view;

// Direction with z = 1 through an image position in pixels.
dvec3 cameraDirection(dvec2 position) {
  return dvec3(
      (position.x - view.centerX) * view.inverseFocalX,
      (position.y - view.centerY) * view.inverseFocalY,
      1.0LF);
}

vec3 worldDirection(vec3 cameraDirection) {
  return vec3(
      dot(view.worldFromCamera[0].xyz, cameraDirection),
      dot(view.worldFromCamera[1].xyz, cameraDirection),
      dot(view.worldFromCamera[2].xyz, cameraDirection));
}

vec3 lightFromWorld(vec3 world) {
  return vec3(
      dot(view.lightFromWorld[0].xyz, world),
      dot(view.lightFromWorld[1].xyz, world),
      dot(view.lightFromWorld[2].xyz, world));
}
