// Ways of rays through transparent bodies, by the layers of the image: which bodies a place lies in
// follows from the layers before it, as each body is closed.

// What light is in.
struct Medium {
  uint instance;
  float index;     // refractive
  vec3 absorption; // in 1/m
};

uint hashOf(uint instance) {
  uint h = (instance + 1u) * 2654435761u;
  return h ^ h >> 15;
}

// Of the bodies that a place lies in, without their order.
uint signatureOf(Medium media[GLASS_LAYERS + 1], int inside) {
  uint signature = 0u;
  for (int k = 1; k <= inside; k++) {
    signature ^= hashOf(media[k].instance);
  }
  return signature;
}

// Planar; 0: there is none.
float layerDepth(int layer, ivec2 at) {
  float nearness = texelFetch(layerDepths[layer], at, 0).x;
  return nearness > 0.0 ? NEAR / nearness : 0.0;
}

// Whether a place in front of the camera lies in just those bodies, and before what is opaque; layer: of
// a body, the nearest to it along the view.
bool liesIn(uint signature, vec3 place, out int layer) {
  layer = -1;
  vec2 at = place.z > 0.0 ? imagePlace(place) : vec2(-1.0);
  if (!isInImage(at)) {
    return false;
  }
  float opaque = depthAt(ivec2(at));
  if (opaque > 0.0 && place.z > opaque) {
    return false;
  }
  uint around = 0u;
  float nearest = 1e30;
  for (int i = 0; i < GLASS_LAYERS; i++) {
    uint draw = texelFetch(layers[i], ivec2(at), 0).x;
    if (draw == 0u) {
      break;
    }
    if (materialAt(drawAt(draw - 1u).material).transmission.w <= 0.0) {
      continue; // a pane
    }
    float depth = layerDepth(i, ivec2(at));
    around ^= depth < place.z ? hashOf(drawAt(draw - 1u).instance) : 0u;
    float off = abs(depth - place.z);
    layer = off < nearest ? i : layer;
    nearest = min(nearest, off);
  }
  return around == signature;
}

// Where a ray that is in bodies meets the next border of one: found by doubling and bisection, then on the
// plane of the triangle seen there. False where the image shows none, and what it meets is opaque.
//
// guess: of the way, or less than all of it; chord: meters to the border; point: with normals against the ray
bool nextBorder(
    vec3 origin,
    vec3 direction,
    uint signature,
    float guess,
    out uvec2 visible,
    out Point point,
    out float chord) {
  vec3 from = inCamera(origin);
  vec3 along = inCamera(direction);
  float pixel = from.z * float(view.inverseFocalX);
  float low = 0.0;
  float high = max(0.5 * guess, 2.0 * pixel);
  int layer;
  int lastLayer = -1;
  vec3 lastPlace = from;
  bool out_ = false;
  for (int i = 0; i < 12 && !out_; i++) {
    if (liesIn(signature, from + along * high, layer)) {
      low = high;
      lastLayer = layer;
      lastPlace = from + along * high;
      high *= 2.0;
    } else {
      out_ = true;
    }
  }
  for (int i = 0; i < 7 && out_; i++) {
    float middle = 0.5 * (low + high);
    vec3 place = from + along * middle;
    bool in_ = liesIn(signature, place, layer);
    low = in_ ? middle : low;
    high = in_ ? high : middle;
    lastLayer = in_ ? layer : lastLayer;
    lastPlace = in_ ? place : lastPlace;
  }
  chord = low;
  if (!out_) {
    return false;
  }
  vec3 place = from + along * high;
  if (lastLayer < 0) {
    // Thinner than can be told: the border nearest to where it begins.
    liesIn(signature, place, lastLayer);
    lastPlace = place;
  }
  vec2 beyond = place.z > 0.0 ? imagePlace(place) : vec2(-1.0);
  float opaque = isInImage(beyond) ? depthAt(ivec2(beyond)) : 0.0;
  if (lastLayer < 0 || (opaque > 0.0 && place.z > opaque)) {
    return false;
  }
  vec2 at = imagePlace(lastPlace);
  visible = texelFetch(layers[lastLayer], ivec2(at), 0).xy;
  point = pointAt(visible, dvec2(at));
  float slope = dot(direction, point.face);
  float exact = abs(slope) > 1e-3 ? dot(point.fromCamera - origin, point.face) / slope : low;
  chord = clamp(exact, 0.5 * low, 1.5 * high);
  point.face = slope > 0.0 ? -point.face : point.face;
  point.normal = dot(direction, point.normal) > 0.0 ? -point.normal : point.normal;
  return true;
}
