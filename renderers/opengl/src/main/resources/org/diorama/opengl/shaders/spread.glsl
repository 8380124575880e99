// Points of the unit disk (Vogel's spiral) or of the square from -1 to 1 (Roberts' R2 sequence), one
// after the other; every pixel starts elsewhere.
struct Spread {
  vec2 direction;
  vec2 square;
};

Spread spreadAt(vec2 pixel) {
  // Interleaved gradient noise: Jimenez, Next Generation Post Processing in Call of Duty (2014).
  float turn = fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
  float angle = 6.2831853 * turn;
  return Spread(vec2(cos(angle), sin(angle)), fract(vec2(turn, 0.5 + 8.0 * turn)));
}

void advance(inout Spread spread) {
  const vec2 golden = vec2(-0.73736888, 0.67549029);
  vec2 d = spread.direction;
  spread.direction = vec2(d.x * golden.x - d.y * golden.y, d.x * golden.y + d.y * golden.x);
  spread.square = fract(spread.square + vec2(0.75487766, 0.56984029));
}

vec2 spreadPlace(Spread spread, bool isBox, int i, float count) {
  return isBox ? 2.0 * spread.square - 1.0 : spread.direction * sqrt((float(i) + 0.5) / count);
}
