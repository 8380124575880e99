package org.diorama.opengl.frame;

import static org.lwjgl.opengl.GL45C.GL_RGBA32F;

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
import org.diorama.opengl.frame.LampCell.Part;
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
  private final StreamBuffer faceBuffer;
  private final StreamBuffer casterBuffer;
  private final StreamBuffer commandBuffer;
  private final ShadowLayers layers = new ShadowLayers(MOST_LAYERS, WORTH_A_COPY);
  private final LightGlassRecords glass;
  private final List<LightGlassRecords.Shown> panes = new ArrayList<>();
  private List<ShadowRun> runs = List.of();
  private int lamps;
  private int cells;
  private int instances;
  private boolean hasGlass;

  LampRecords(GlScope scope) {
    this.lampBuffer = new StreamBuffer(scope);
    this.faceBuffer = new StreamBuffer(scope);
    this.casterBuffer = new StreamBuffer(scope);
    this.commandBuffer = new StreamBuffer(scope);
    this.glass = new LightGlassRecords(scope, MOST_LAYERS);
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
    cells = shadows ? batch.stream().mapToInt(lit -> lit.cells().size()).sum() : 0;
    int[] layerOf = new int[shadows ? faces(batch) : 0];
    hasGlass = false;
    if (shadows) {
      planMaps(job, batch, layerOf);
      hasGlass = glass.any();
    }
    writeLamps(view, batch, exposure);
    writeFaces(batch, layerOf);
  }

  private static int faces(List<LampPlan.Lit> batch) {
    return batch.stream()
        .flatMap(lit -> lit.cells().stream())
        .mapToInt(cell -> cell.faces().size())
        .sum();
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
    glass.plan(job, maps, panes, layerOf.length, maps.size());
  }

  private void writeLamps(View view, List<LampPlan.Lit> batch, double exposure) {
    ByteBuffer out = lampBuffer.begin(GpuLayout.LAMP_BLOCK_BYTES);
    int firstCell = 0;
    for (LampPlan.Lit lit : batch) {
      int count = cells > 0 ? lit.cells().size() : 0;
      put(out, view, lit, Part.whole(lit.lamp().shape()), exposure, firstCell, count);
      firstCell += count;
    }
    if (cells > 0) {
      writeCells(out, view, batch, exposure);
    }
    // Shaders may see the whole block.
    out.position(GpuLayout.LAMP_BLOCK_BYTES);
    lampBuffer.upload();
  }

  private static void writeCells(
      ByteBuffer out, View view, List<LampPlan.Lit> batch, double exposure) {
    out.position(GpuLayout.MOST_LAMPS * GpuLayout.LAMP_BYTES);
    int firstFace = 0;
    for (LampPlan.Lit lit : batch) {
      for (LampCell cell : lit.cells()) {
        int count = cell.faces().size();
        put(out, view, lit, cell.part(), exposure, firstFace, count);
        firstFace += count;
      }
    }
  }

  /** Of the cells that have maps: none without shadows. */
  private void writeFaces(List<LampPlan.Lit> batch, int[] layerOf) {
    ByteBuffer out = faceBuffer.begin((long) layerOf.length * GpuLayout.LAMP_FACE_BYTES);
    List<LampCell> all = batch.stream().flatMap(lit -> lit.cells().stream()).toList();
    int number = 0;
    for (int i = 0; i < all.size() && number < layerOf.length; i++) {
      for (LampFace face : all.get(i).faces()) {
        Vec3 right = face.right();
        Vec3 up = face.up();
        Vec3 forward = face.forward();
        JobRecords.putRow(out, right.x(), right.y(), right.z(), (float) face.tangent());
        JobRecords.putRow(out, up.x(), up.y(), up.z(), i);
        JobRecords.putRow(out, forward.x(), forward.y(), forward.z(), layerOf[number]);
        JobRecords.putRow(out, glass.layerOf().get(number++), 0, 0, 0);
      }
    }
    faceBuffer.upload();
  }

  /**
   * Writes a lamp, or a cell as if it were one.
   *
   * @param part of the lamp that it is
   * @param first of its cells or faces
   * @param count of its cells or faces
   */
  private static void put(
      ByteBuffer out,
      View view,
      LampPlan.Lit lit,
      Part part,
      double exposure,
      int first,
      int count) {
    SampledLamp lamp = lit.lamp();
    LampShape shape = lamp.shape();
    Affine3 pose = lamp.worldFromLamp().atLabelInstant();
    Vec3 center = pose.transformPoint(part.at()).minus(view.worldFromCamera().translation());
    double reach = Math.min(lit.reach(), 1e15);
    JobRecords.putRow(out, center.x(), center.y(), center.z(), (float) (reach * reach));
    putAxis(out, pose.transformDirection(Vec3.UNIT_X), shape.area() > 0 ? 1 / shape.area() : 0);
    putAxis(out, pose.transformDirection(Vec3.UNIT_Y), part.width() / 2);
    putAxis(out, pose.transformDirection(Vec3.UNIT_Z), part.length() / 2);
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
    JobRecords.putRow(out, edge, scale, first, count);
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

  /** Every instance as each cell sees it; returns, for each map in view, what shows in it. */
  private List<ShadowMap> writeCasters(JobRecords job, List<LampPlan.Lit> batch) {
    ByteBuffer out = casterBuffer.begin((long) cells * instances * GpuLayout.LAMP_CASTER_BYTES);
    CasterNumbers casterNumbers = new CasterNumbers(layers, job);
    int[] opaque = parts(job.parts(), false);
    int[] transparent = parts(job.parts(), true);
    List<ShadowMap> maps = new ArrayList<>();
    panes.clear();
    int face = 0;
    for (LampPlan.Lit lit : batch) {
      for (LampCell cell : lit.cells()) {
        Affine3 worldFromCell =
            lit.lamp()
                .worldFromLamp()
                .atLabelInstant()
                .times(Affine3.translation(cell.part().at()));
        Aabb[] bounds = new Aabb[instances];
        Affine3[] places = new Affine3[instances];
        for (int i = 0; i < instances; i++) {
          Instance instance = job.instances().get(i);
          Affine3 m = worldFromCell.inverseTimes(instance.draw().worldFromObject());
          bounds[i] = instance.bounds().transform(m);
          places[i] = m;
          JobRecords.putRow(out, m.m00(), m.m01(), m.m02(), (float) m.m03());
          JobRecords.putRow(out, m.m10(), m.m11(), m.m12(), (float) m.m13());
          JobRecords.putRow(out, m.m20(), m.m21(), m.m22(), (float) m.m23());
        }
        for (LampFace shape : cell.faces()) {
          if (cell.inView().contains(shape)) {
            int[] parts = meeting(job.parts(), opaque, bounds, shape, lit.reach());
            int[] numbers =
                IntStream.of(parts).map(part -> casterNumbers.of(part, places)).toArray();
            maps.add(new ShadowMap(face, shape, parts, numbers));
            int[] glazed = meeting(job.parts(), transparent, bounds, shape, lit.reach());
            panes.add(new LightGlassRecords.Shown(glazed, places));
          }
          face++;
        }
      }
    }
    casterBuffer.upload();
    return maps;
  }

  private static int[] parts(List<PartDraw> parts, boolean transparent) {
    return IntStream.range(0, parts.size())
        .filter(part -> parts.get(part).transparent() == transparent)
        .toArray();
  }

  private static int[] meeting(
      List<PartDraw> parts, int[] places, Aabb[] bounds, LampFace face, double reach) {
    return IntStream.of(places)
        .filter(part -> meets(bounds[parts.get(part).instance()], face, reach))
        .toArray();
  }

  private static boolean meets(Aabb bounds, LampFace face, double reach) {
    Vec3 nearest = bounds.min().max(Vec3.ZERO.min(bounds.max()));
    return nearest.length() <= reach && face.meets(bounds);
  }

  /** What to draw before the batch has its maps. */
  List<ShadowRun> runs() {
    return runs;
  }

  /** What glass takes of the batch. */
  LightGlassRecords glass() {
    return glass;
  }

  /** Whether it takes anything: never where no shadows were asked for. */
  boolean hasGlass() {
    return hasGlass;
  }

  /** Layers of maps that there must be. */
  int layers() {
    return layers.count();
  }

  int lamps() {
    return lamps;
  }

  int castersPerCell() {
    return instances;
  }

  int commandBufferName() {
    return commandBuffer.buffer().name();
  }

  void bind() {
    lampBuffer.buffer().bindUniform(GpuLayout.LAMPS);
    faceBuffer.buffer().bindStorage(GpuLayout.LAMP_FACES);
    faceBuffer.buffer().bindTexels(GpuLayout.LAMP_FACE_UNIT, GL_RGBA32F);
  }

  void bindCasters() {
    casterBuffer.buffer().bindStorage(GpuLayout.CASTERS);
  }
}
