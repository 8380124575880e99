// Records that Java writes; a test checks their strides against GpuLayout.

// One instance seen by one camera, in two steps so that no large coordinate is ever subtracted
// from another in single precision: object-space vertex minus object-space camera (two floats a
// component), then a linear map to clip space.
struct Transform {
  vec4 clipX;     // xyz: row of the linear map; w: camera.x, leading part
  vec4 clipY;     // likewise y
  vec4 clipW;     // likewise z; clip w is the planar depth in meters
  vec4 cameraLow; // xyz: trailing part of the camera's position in object space
};

// One part of a draw of the job: what one draw command draws.
struct Draw {
  uint instance; // place of its Surface
  uint material;
  uint firstIndex;
  uint baseVertex;
};

// An image in the texel arena: level 0, then its mip levels.
struct Image {
  uint firstTexel;
  uint width;
  uint height;
  uint levels; // 0: no texture
};

struct Material {
  vec4 baseColorMetallic;
  vec4 emissionRoughness; // emission in cd/m²
  Image baseColor;
  Image normal;
  Image metallicRoughness;
  uint alphaOffset;  // first word of its alpha bytes in the texel arena
  uint alphaWidth;   // 0: solid everywhere
  uint alphaHeight;
  float alphaCutoff;
  vec4 coat;          // its weight and roughness; roughness of the sheen; translucency
  vec4 sheen;         // color; share of the light that passes
  vec4 transmission;  // absorption in 1/m; refractive index, negative for a pane
};

// Whether a surface is more than metal and roughness, or mirrors otherwise than an index of 1.5.
bool isFinished(Material material) {
  return material.coat.x + material.coat.w + material.sheen.x + material.sheen.y + material.sheen.z
      + material.sheen.w > 0.0 || abs(material.transmission.w) != 1.5;
}

// One draw of the job. Its draws, in the sense of Draw, follow one another.
struct Surface {
  vec4 worldX;  // rows of world from object, linear; w: the instance id's bits,
  vec4 worldY;  // those of its row in the table,
  vec4 worldZ;  // and those of its first Draw's place
  vec4 normalX; // rows of its inverse transpose; w: its place among the draws of its instance + 1
  vec4 normalY;
  vec4 normalZ;
};
