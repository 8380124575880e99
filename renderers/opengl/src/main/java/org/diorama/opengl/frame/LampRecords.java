package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.View;
import org.diorama.core.sample.SampledLamp;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.ShadowRun;

/** One batch of a view's lamps with their shadow maps and casters, flattened into records. */
final class LampRecords {
  private static final float GLOBE = 0;
  private static final float PANEL = 1;
  private static final float ROUND_PANEL = 2;
  private static final float TUBE = 3;

  /** Maps kept. */
  static final int MOST_LAYERS = 84;

  /** A copy of a map takes about as long as drawing so many triangles. */
  static final long WORTH_A_COPY = 16_000;

  private final StreamBuffer lampBuffer;
  private final StreamBuffer casterBuffer;
  private final StreamBuffer commandBuffer;
  private final ShadowLayers layers = new ShadowLayers(MOST_LAYERS, WORTH_A_COPY);
  private List<ShadowRun> runs = List.of();
  private int lamps;
  private int instances;

  LampRecords(GlScope scope) {
    this.lampBuffer = new StreamBuffer(scope);
    this.casterBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
  }

  /**
   * Replaces the records by those of a batch.
   *
   * @param exposure factor from luminance in cd/m² to the radiance that is stored
   * @param shadows whether its maps are drawn next, which are taken to be there from then on
   */
  void build(
      View view, JobRecords job, List<LampPlan.Lit> batch, double exposure, boolean shadows) {
    lamps = batch.size();
    int[] layerOf = new int[batch.stream().mapToInt(lit -> lit.faces().size()).sum()];
    if (shadows) {
      planMaps(job, batch, layerOf);
    }
    writeLamps(view, batch, exposure, layerOf);
  }

  private void planMaps(JobRecords job, List<LampPlan.Lit> batch, int[] layerOf) {
    instances = job.instances().size();
    layers.begin();
    List<ShadowMap> maps = writeCasters(job, batch);
    ShadowLayers.Plan plan =
        layers.plan(maps.stream().map(map -> map.wanted(job.parts())).toList());
    runs = ShadowMap.write(commandBuffer, job.parts(), maps, plan.steps());
    for (int i = 0; i < maps.size(); i++) {
      layerOf[maps.get(i).number()] = plan.layerOf().get(i);
    }
  }

  private void writeLamps(View view, List<LampPlan.Lit> batch, double exposure, int[] layerOf) {
    int faces = batch.stream().mapToInt(lit -> lit.faces().size()).sum();
    ByteBuffer out =
        lampBuffer.begin(
            (long) GpuLayout.MOST_LAMPS * GpuLayout.LAMP_BYTES
                + (long) faces * GpuLayout.LAMP_FACE_BYTES);
    int firstFace = 0;
    for (LampPlan.Lit lit : batch) {
      putLamp(out, view, lit, exposure, firstFace);
      firstFace += lit.faces().size();
    }
    out.position(GpuLayout.MOST_LAMPS * GpuLayout.LAMP_BYTES);
    int number = 0;
    for (int i = 0; i < batch.size(); i++) {
      for (LampFace face : batch.get(i).faces()) {
        Vec3 right = face.right();
        Vec3 up = face.up();
        Vec3 forward = face.forward();
        JobRecords.putRow(out, right.x(), right.y(), right.z(), (float) face.tangent());
        JobRecords.putRow(out, up.x(), up.y(), up.z(), i);
        JobRecords.putRow(out, forward.x(), forward.y(), forward.z(), layerOf[number++]);
      }
    }
    lampBuffer.upload();
  }

  private static void putLamp(
      ByteBuffer out, View view, LampPlan.Lit lit, double exposure, int firstFace) {
    SampledLamp lamp = lit.lamp();
    LampShape shape = lamp.shape();
    Affine3 pose = lamp.worldFromLamp().atLabelInstant();
    Vec3 center = pose.translation().minus(view.worldFromCamera().translation());
    double reach = Math.min(lit.reach(), 1e15);
    JobRecords.putRow(out, center.x(), center.y(), center.z(), (float) (reach * reach));
    putAxis(out, pose.transformDirection(Vec3.UNIT_X), shape.area() > 0 ? 1 / shape.area() : 0);
    putAxis(out, pose.transformDirection(Vec3.UNIT_Y), shape.width() / 2);
    putAxis(out, pose.transformDirection(Vec3.UNIT_Z), shape.length() / 2);
    JobRecords.putRow(
        out,
        lamp.intensity().red() * exposure,
        lamp.intensity().green() * exposure,
        lamp.intensity().blue() * exposure,
        form(shape));
    double edge = -2;
    double scale = 1;
    if (shape instanceof LampShape.Spot spot) {
      edge = StrictMath.cos(spot.outer());
      scale = 1 / Math.max(1e-6, StrictMath.cos(spot.inner()) - edge);
    }
    JobRecords.putRow(out, edge, scale, firstFace, lit.faces().size());
  }

  private static void putAxis(ByteBuffer out, Vec3 axis, double fourth) {
    JobRecords.putRow(out, axis.x(), axis.y(), axis.z(), (float) fourth);
  }

  private static float form(LampShape shape) {
    if (shape instanceof LampShape.Rectangle) {
      return PANEL;
    }
    if (shape instanceof LampShape.Disk) {
      return ROUND_PANEL;
    }
    return shape instanceof LampShape.Tube ? TUBE : GLOBE;
  }

  /** Every instance as each lamp sees it; returns, for each map in view, what shows in it. */
  private List<ShadowMap> writeCasters(JobRecords job, List<LampPlan.Lit> batch) {
    ByteBuffer out = casterBuffer.begin((long) lamps * instances * GpuLayout.LAMP_CASTER_BYTES);
    CasterNumbers casterNumbers = new CasterNumbers(layers, job);
    List<ShadowMap> maps = new ArrayList<>();
    int face = 0;
    for (LampPlan.Lit lit : batch) {
      Affine3 worldFromLamp = lit.lamp().worldFromLamp().atLabelInstant();
      Aabb[] bounds = new Aabb[instances];
      Affine3[] places = new Affine3[instances];
      for (int i = 0; i < instances; i++) {
        Instance instance = job.instances().get(i);
        Affine3 m = worldFromLamp.inverseTimes(instance.draw().worldFromObject());
        bounds[i] = instance.bounds().transform(m);
        places[i] = m;
        JobRecords.putRow(out, m.m00(), m.m01(), m.m02(), (float) m.m03());
        JobRecords.putRow(out, m.m10(), m.m11(), m.m12(), (float) m.m13());
        JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), (float) m.m23());
      }
      for (LampFace shape : lit.faces()) {
        if (lit.inView().contains(shape)) {
          int[] parts = casters(job.parts(), bounds, shape, lit.reach());
          int[] numbers = IntStream.of(parts).map(part -> casterNumbers.of(part, places)).toArray();
          maps.add(new ShadowMap(face, shape, parts, numbers));
        }
        face++;
      }
    }
    casterBuffer.upload();
    return maps;
  }

  private static int[] casters(List<PartDraw> parts, Aabb[] bounds, LampFace face, double reach) {
    return IntStream.range(0, parts.size())
        .filter(part -> !parts.get(part).transparent())
        .filter(part -> casts(bounds[parts.get(part).instance()], face, reach))
        .toArray();
  }

  private static boolean casts(Aabb bounds, LampFace face, double reach) {
    Vec3 nearest = bounds.min().max(Vec3.ZERO.min(bounds.max()));
    return nearest.length() <= reach && face.meets(bounds);
  }

  /** What to draw before the batch has its maps. */
  List<ShadowRun> runs() {
    return runs;
  }

  /** Layers of maps that there must be. */
  int layers() {
    return layers.count();
  }

  int lamps() {
    return lamps;
  }

  int castersPerLamp() {
    return instances;
  }

  int commandBufferName() {
    return commandBuffer.buffer().name();
  }

  void bind() {
    lampBuffer.buffer().bindStorage(GpuLayout.LAMPS);
  }

  void bindCasters() {
    casterBuffer.buffer().bindStorage(GpuLayout.CASTERS);
  }
}
