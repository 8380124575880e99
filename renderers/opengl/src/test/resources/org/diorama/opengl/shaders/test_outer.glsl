#include "test_inner.glsl"
#include "test_inner.glsl"
int outer() { return inner(); }
int line_four;
