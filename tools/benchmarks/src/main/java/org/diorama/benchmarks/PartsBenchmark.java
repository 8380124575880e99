package org.diorama.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.Part;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.procedural.Shape;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What happens once: for a scene, or for a model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PartsBenchmark {
  private static final Path STREET = Path.of("scenes", "street.yaml");

  /** 130,560 triangles. */
  private final Mesh sphere = Shape.SPHERE.mesh(362);

  private final LevelOfDetail level =
      new LevelOfDetail(0, List.of(new Part(0, 0, sphere.indices().length)));

  /** Reads and checks the street's file, assets aside. */
  @Benchmark
  public SceneReading readScene() {
    return SceneReader.read(STREET, List.of());
  }

  /** Builds the hierarchy of a sphere of 130,000 triangles. */
  @Benchmark
  public MeshBvh buildHierarchy() {
    return MeshBvhBuilder.build(sphere, level);
  }
}
