// A shader with an error, to see where it is reported.
layout(local_size_x = 1) in;
void main() {
  undeclared = 1;
}
