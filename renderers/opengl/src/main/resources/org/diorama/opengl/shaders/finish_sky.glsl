// Light of the sky and of other surfaces on the lobes of finish.glsl, and from behind a thin surface.
vec3 finishIndirectLight(Point point, Finish f, Surroundings around, vec3 ahead, float open) {
  vec3 diffuse = around.irradiance / PI * open;
  vec3 mirrored = reflection(around, ahead, sqrt(f.coat.alpha))
      * mirrorOpenness(f.coat.nv, open, sqrt(f.coat.alpha));
  return f.coat.single * mirrored + (f.coat.multiple + f.sheen * f.sheenShare) * diffuse
      + f.behind * around.behind / PI * open;
}
