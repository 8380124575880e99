package org.diorama.assets.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/** The header: inputs, warnings, digest, bounds, levels, surfaces. */
final class HeaderCodec {
  private HeaderCodec() {}

  static byte[] encode(BakeHeader header) {
    ByteSink sink = new ByteSink();
    sink.int32(header.inputs().size());
    for (InputFile input : header.inputs()) {
      sink.text(input.name()).text(input.digest().orElse(""));
    }
    sink.int32(header.warnings().size());
    header.warnings().forEach(sink::text);
    sink.text(header.modelDigest());
    vector(sink, header.bounds().min());
    vector(sink, header.bounds().max());
    sink.int32(header.levelErrors().size());
    for (int i = 0; i < header.levelErrors().size(); i++) {
      sink.float64(header.levelErrors().get(i)).int32(header.levelTriangles().get(i));
    }
    SurfaceCodec.encode(sink, header.surfaces());
    return sink.toByteArray();
  }

  static BakeHeader decode(byte[] bytes) throws CorruptBakeException {
    ByteSource source = new ByteSource(bytes);
    List<InputFile> inputs = new ArrayList<>();
    for (int left = source.count(8); left > 0; left--) {
      String name = source.text();
      inputs.add(new InputFile(name, Optional.of(source.text()).filter(d -> !d.isEmpty())));
    }
    List<String> warnings = new ArrayList<>();
    for (int left = source.count(4); left > 0; left--) {
      warnings.add(source.text());
    }
    String digest = source.text();
    Aabb bounds = new Aabb(vector(source), vector(source));
    List<Double> errors = new ArrayList<>();
    List<Integer> triangles = new ArrayList<>();
    for (int left = source.count(12); left > 0; left--) {
      errors.add(source.finite());
      triangles.add(source.int32());
    }
    List<NamedSurface> surfaces = SurfaceCodec.decode(source, bounds);
    source.end();
    return new BakeHeader(inputs, warnings, digest, bounds, errors, triangles, surfaces);
  }

  private static void vector(ByteSink sink, Vec3 value) {
    sink.float64(value.x()).float64(value.y()).float64(value.z());
  }

  private static Vec3 vector(ByteSource source) throws CorruptBakeException {
    return new Vec3(source.finite(), source.finite(), source.finite());
  }
}
