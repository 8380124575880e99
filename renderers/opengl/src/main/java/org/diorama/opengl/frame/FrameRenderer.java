package org.diorama.opengl.frame;

import static org.lwjgl.opengl.GL45C.GL_BUFFER_UPDATE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_LOWER_LEFT;
import static org.lwjgl.opengl.GL45C.GL_MAX_SHADER_STORAGE_BLOCK_SIZE;
import static org.lwjgl.opengl.GL45C.GL_R32F;
import static org.lwjgl.opengl.GL45C.GL_R32UI;
import static org.lwjgl.opengl.GL45C.GL_RGBA32UI;
import static org.lwjgl.opengl.GL45C.GL_SHADER_STORAGE_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_TEXTURE_FETCH_BARRIER_BIT;
import static org.lwjgl.opengl.GL45C.GL_ZERO_TO_ONE;
import static org.lwjgl.opengl.GL45C.glClipControl;
import static org.lwjgl.opengl.GL45C.glGetInteger64;
import static org.lwjgl.opengl.GL45C.glMemoryBarrier;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Effect;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.View;
import org.diorama.core.sky.celestial.SkyLightPixels;
import org.diorama.core.weather.SampledWeather;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlErrors;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.gl.ScratchBuffer;
import org.diorama.opengl.pass.Commands;
import org.diorama.opengl.pass.ContrastPass;
import org.diorama.opengl.pass.CoveragePass;
import org.diorama.opengl.pass.DevelopPass;
import org.diorama.opengl.pass.GlassPass;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.pass.LabelPass;
import org.diorama.opengl.pass.LampPass;
import org.diorama.opengl.pass.LampShadowPass;
import org.diorama.opengl.pass.LightGlassPass;
import org.diorama.opengl.pass.MirrorPass;
import org.diorama.opengl.pass.OcclusionPass;
import org.diorama.opengl.pass.PlanesPass;
import org.diorama.opengl.pass.PrecipitationPass;
import org.diorama.opengl.pass.ShadePass;
import org.diorama.opengl.pass.ShadowPass;
import org.diorama.opengl.pass.ShelterPass;
import org.diorama.opengl.pass.SkyLightPass;
import org.diorama.opengl.pass.SlantPass;
import org.diorama.opengl.pass.SunLayer;
import org.diorama.opengl.pass.VertexInput;
import org.diorama.opengl.pass.VisibilityPass;
import org.diorama.opengl.resident.CloudResidency;
import org.diorama.opengl.resident.ModelCache;
import org.diorama.opengl.resident.SkyResidency;
import org.diorama.opengl.resident.SkyResidency.ResidentSky;
import org.diorama.opengl.resident.VolumeTextures;

/**
 * Draws jobs on the context that is current. A job begins, its commands run on the device, and it
 * is finished some jobs later; everything stays on one thread.
 */
public final class FrameRenderer {
  private static final long MOST_COVERAGE_BYTES = 64L << 20;

  private final BufferPool pool;
  private final ModelCache models;
  private final SkyResidency skies;
  private final CloudResidency clouds;
  private final VolumeTextures volume;
  private final JobRecords jobRecords;
  private final int maxCoverageWords;
  private final ViewRecords viewRecords;
  private final VertexInput vertexInput;
  private final VisibilityPass visibilityPass;
  private final LabelPass labelPass;
  private final PlanesPass planesPass;
  private final CoveragePass coveragePass;
  private final ShadowPass shadowPass;
  private final LightGlassPass sunGlassPass;
  private final LightGlassPass lampGlassPass;
  private final GlassPass glassPass;
  private final GlassRecords glassRecords;
  private final OcclusionPass occlusionPass;
  private final ShadePass shadePass;
  private final SkyLightPass skyLightPass;
  private final PrecipitationPass precipitationPass;
  private final ContrastPass contrastPass;
  private final DevelopPass developPass;
  private final LampShadowPass lampShadowPass;
  private final LampPass lampPass;
  private final LampRecords lampRecords;
  private final ShadowRecords shadowRecords;
  private final MirrorPass mirrorPass;
  private final SlantPass roofPass;
  private final SlantRecords roofRecords;
  private final ShelterPass shelterPass;
  private final FogShade fogShade;
  private final ScratchBuffer result;
  private final ScratchBuffer table;
  private final ScratchBuffer bits;
  private final GlScope scope;
  private final Deque<Staging> freeStaging = new ArrayDeque<>();

  /**
   * @param scope owns everything; freed by its owner
   * @param budget bytes of models to keep on the device
   */
  public FrameRenderer(GlScope scope, AssetStore assets, BufferPool pool, long budget) {
    this.scope = scope;
    this.pool = pool;
    this.models = new ModelCache(scope, assets, budget);
    this.skies = new SkyResidency(scope);
    this.clouds = new CloudResidency(scope);
    this.volume = new VolumeTextures(scope);
    this.jobRecords = new JobRecords(scope);
    long block = glGetInteger64(GL_MAX_SHADER_STORAGE_BLOCK_SIZE);
    this.maxCoverageWords = (int) (Math.min(block, MOST_COVERAGE_BYTES) / 4);
    this.viewRecords = new ViewRecords(scope);
    this.vertexInput = new VertexInput(scope);
    this.visibilityPass = new VisibilityPass(scope);
    this.labelPass = new LabelPass(scope);
    this.planesPass = new PlanesPass(scope);
    this.coveragePass = new CoveragePass(scope);
    this.shadowPass = new ShadowPass(scope);
    this.sunGlassPass = LightGlassPass.ofSun(scope);
    this.lampGlassPass = LightGlassPass.ofLamps(scope);
    this.glassPass = new GlassPass(scope);
    this.glassRecords = new GlassRecords(scope);
    this.occlusionPass = new OcclusionPass(scope);
    this.skyLightPass = new SkyLightPass(scope);
    this.shadePass = new ShadePass(scope);
    this.precipitationPass = new PrecipitationPass(scope);
    this.contrastPass = new ContrastPass(scope);
    this.developPass = new DevelopPass(scope);
    this.lampShadowPass = new LampShadowPass(scope);
    this.lampPass = new LampPass(scope);
    this.lampRecords = new LampRecords(scope);
    this.shadowRecords = new ShadowRecords(scope);
    this.mirrorPass = new MirrorPass(scope);
    this.roofPass = new SlantPass(scope, GpuLayout.ROOF_UNIT);
    this.roofRecords = new SlantRecords(scope);
    this.shelterPass = new ShelterPass(scope);
    this.fogShade = new FogShade(scope);
    this.result = new ScratchBuffer(scope);
    this.table = new ScratchBuffer(scope);
    this.bits = new ScratchBuffer(scope);
    glClipControl(GL_LOWER_LEFT, GL_ZERO_TO_ONE);
    GlErrors.check("preparing to draw");
  }

  /** Bytes of models on the device. */
  long modelBytes() {
    return models.usedBytes();
  }

  /** A job whose commands are on their way. */
  public final class Pending {
    private final Staging staging;
    private final List<PendingView> views;

    private Pending(Staging staging, List<PendingView> views) {
      this.staging = staging;
      this.views = views;
    }

    /** Waits for the device and reads the results. */
    public RenderedFrame finish() {
      ByteBuffer memory = staging.await();
      PooledFrame frame = new PooledFrame(pool);
      for (PendingView view : views) {
        frame.add(view.finish(memory, frame));
      }
      freeStaging.addLast(staging);
      return frame;
    }
  }

  /**
   * Issues all commands of a job.
   *
   * @param light of the job
   */
  public Pending begin(RenderJob job, JobLight light) {
    jobRecords.build(job, models.require(job.draws()));
    List<ViewPlan> plans =
        job.views().stream().map(view -> ViewPlan.of(view, jobRecords, maxCoverageWords)).toList();
    Staging staging = freeStaging.isEmpty() ? new Staging(scope) : freeStaging.pollFirst();
    staging.begin(plans.stream().mapToLong(ViewPlan::stagingBytes).sum());
    light.clouds().ifPresent(map -> clouds.bind(map, GpuLayout.CLOUD_UNIT));
    ResidentSky sky = skies.require(light.outdoor().sky(), light.tables());
    volume.load(light.volume());
    List<PendingView> views = new ArrayList<>();
    for (ViewPlan plan : plans) {
      roofRecords.shelter(plan.view(), jobRecords, light.outdoor().weather());
      viewRecords.build(plan, jobRecords, light, roofRecords.area());
      views.add(draw(staging, job, light, sky));
    }
    staging.end();
    return new Pending(staging, views);
  }

  private PendingView draw(Staging staging, RenderJob job, JobLight light, ResidentSky sky) {
    ViewPlan plan = viewRecords.plan();
    ViewLayout layout = plan.layout();
    GlBuffer resultBuffer = result.atLeast(4L * layout.words());
    GlBuffer tableBuffer = table.atLeast(4L * layout.tableWords());
    // The last view's shaders may still write what is cleared or overwritten now.
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    tableBuffer.fill(0, 4L * layout.tableWords(), 0);
    // The last word that shading writes: still zero at the end, and nothing was drawn.
    resultBuffer.fill(4L * layout.lastColor(), 4, 0);
    bind(resultBuffer, tableBuffer);
    Commands commands = new Commands(viewRecords.commandBufferName());
    visibilityPass.run(
        vertexInput,
        commands,
        viewRecords.opaqueCommands(),
        viewRecords.alphaCommands(),
        layout.width(),
        layout.height());
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT | GL_TEXTURE_FETCH_BARRIER_BIT);
    labelPass.run(visibilityPass.visibility(), layout.pixels());
    planesPass.run(
        visibilityPass.visibility(),
        layout.channels(),
        layout.normal(),
        layout.albedo(),
        layout.part(),
        layout.drawPlane(),
        layout.pixels());
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT);
    if (viewRecords.plan().view().channels().contains(Channel.COLOR)) {
      shade(layout, job, light, sky, resultBuffer);
    }
    List<Integer> silhouettesAt = new ArrayList<>();
    for (CoveragePlan.Batch batch : plan.coverage().batches()) {
      GlBuffer frameBits = cover(commands, batch, layout.width(), layout.height());
      coveragePass.count(batch.first(), batch.count());
      if (plan.keepsSilhouettes()) {
        glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
        silhouettesAt.add(staging.copy(frameBits, 4L * batch.words()));
      }
    }
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    int planesAt = staging.copy(resultBuffer, 4L * layout.planeWords());
    int tableAt = staging.copy(tableBuffer, 4L * layout.tableWords());
    CoveragePlan.Batch tiles = plan.coverage().tiles();
    GlBuffer tileBits = cover(commands, tiles, TruncationTiles.SIZE, TruncationTiles.SIZE);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    int tilesAt = staging.copy(tileBits, 4L * tiles.words());
    return new PendingView(
        plan,
        jobRecords.rows().stream().map(InstanceRow::instanceId).toList(),
        planesAt,
        tableAt,
        tilesAt,
        silhouettesAt);
  }

  private void shade(
      ViewLayout layout, RenderJob job, JobLight light, ResidentSky sky, GlBuffer resultBuffer) {
    boolean glass = glassRecords.build(jobRecords.parts(), viewRecords.plan().bounds());
    GlTexture seen = glass ? peel(layout, resultBuffer) : visibilityPass.visibility();
    shadowPass.bind();
    ShadePass.Sun sun = sun(job, light);
    boolean shaded = sun == ShadePass.Sun.SHADED;
    if (shaded) {
      sun = drawSunShadows(job, light.outdoor().sun().get().towards(), glass, layout.pixels());
      glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
    }
    if (roofRecords.area().halfSide() > 0) {
      roofRecords.bind();
      roofPass.run(
          vertexInput,
          roofRecords.area().rows(),
          new Commands(roofRecords.commands().name()),
          roofRecords.opaqueCommands(),
          roofRecords.alphaCommands());
      if (roofRecords.area().isSlanted()) {
        shelterPass.run();
      }
    }
    if (job.has(Effect.OCCLUSION)) {
      occlusionPass.run(layout.width(), layout.height());
    }
    volume.bind();
    ShadePass.Light shading =
        new ShadePass.Light(
            sun,
            job.has(Effect.OCCLUSION),
            volume.place(viewRecords.plan().view().worldFromCamera().translation()));
    GlTexture radiance =
        shadePass.run(seen, sky, shading, jobRecords.isFinished(), layout.width(), layout.height());
    View view = viewRecords.plan().view();
    skyLightPass.run(
        SkyLightPixels.of(
            view.camera(), view.worldFromCamera(), light.outdoor().lights(job.lighting())),
        radiance);
    if (shaded) {
      fogShade.draw(view, jobRecords, vertexInput, light.outdoor(), radiance);
    }
    List<List<LampPlan.Lit>> lit = addLamps(light, radiance, job.has(Effect.LAMP_SHADOWS));
    SampledWeather weather = light.outdoor().weather();
    if (weather.ground().mirrors()) {
      mirrorPass.run(radiance, shading, layout.width(), layout.height());
    }
    if (glass) {
      glassPass.compose(radiance, shading, jobRecords.glass(), resultBuffer);
      addLampsToGlass(lit, light, radiance, job.has(Effect.LAMP_SHADOWS));
      visibilityPass.visibility().bind(GpuLayout.VISIBILITY_UNIT);
    }
    if (!weather.fall().isNone()) {
      precipitationPass.run(radiance, lightDrops(lit, light), layout.width(), layout.height());
    }
    if (view.measuresContrast()) {
      contrastPass.run(radiance, layout.width(), layout.height());
    }
    developPass.run(
        radiance,
        viewRecords.plan().view().development(),
        job.has(Effect.ANTIALIASING),
        glass,
        layout.width(),
        layout.height());
  }

  /** Returns what then shades the sun. */
  private ShadePass.Sun drawSunShadows(RenderJob job, Vec3 towards, boolean glass, int pixels) {
    shadowRecords.build(viewRecords.plan().view(), jobRecords, towards);
    shadowRecords.bind();
    if (glass) {
      glassPass.bindDepths();
    }
    List<SunLayer> layers = shadowPass.fit(pixels, glass, shadowRecords.top());
    shadowRecords.plan(jobRecords, layers, job.views().size());
    shadowPass.run(
        vertexInput,
        shadowRecords.commands(),
        shadowRecords.runs(),
        shadowRecords.layerOf(),
        shadowRecords.glass().layerOf(),
        shadowRecords.layers());
    LightGlassRecords panes = shadowRecords.glass();
    if (!panes.any()) {
      return ShadePass.Sun.SHADED;
    }
    sunGlassPass.run(
        vertexInput, panes.commands(), OptionalInt.empty(), panes.runs(), panes.layers());
    return ShadePass.Sun.SHADED_BY_GLASS;
  }

  private static ShadePass.Sun sun(RenderJob job, JobLight light) {
    if (light.outdoor().sun().isEmpty()) {
      return ShadePass.Sun.NONE;
    }
    return job.has(Effect.SUN_SHADOWS) ? ShadePass.Sun.SHADED : ShadePass.Sun.SHADELESS;
  }

  private GlTexture peel(ViewLayout layout, GlBuffer resultBuffer) {
    return glassPass.peel(
        visibilityPass,
        vertexInput,
        glassRecords.commands(),
        glassRecords.opaqueCommands(),
        glassRecords.alphaCommands(),
        glassRecords.glassCommands(),
        resultBuffer,
        layout.width(),
        layout.height());
  }

  /** Binds the lamps that light what falls: as many as fit, the nearest ones; returns how many. */
  private int lightDrops(List<List<LampPlan.Lit>> batches, JobLight light) {
    View view = viewRecords.plan().view();
    List<LampPlan.Lit> nearest = LampPlan.nearest(view, batches);
    if (batches.size() > 1) {
      lampRecords.build(view, jobRecords, nearest, ViewBlock.exposure(view, light), false);
      lampRecords.bind();
    }
    return nearest.size();
  }

  /** Returns the batches of lamps, of which the last stays bound. */
  private List<List<LampPlan.Lit>> addLamps(JobLight light, GlTexture radiance, boolean shadows) {
    double exposure = ViewBlock.exposure(viewRecords.plan().view(), light);
    List<List<LampPlan.Lit>> batches =
        LampPlan.batches(
            viewRecords.plan().view(), jobRecords.instances(), light.lamps(), exposure);
    for (List<LampPlan.Lit> batch : batches) {
      LampPass.Shadows maps = prepare(batch, exposure, shadows);
      lampPass.run(
          radiance,
          lampRecords.lamps(),
          LampPlan.least(viewRecords.plan().view()),
          maps,
          jobRecords.isFinished());
      lampPass.paint(radiance, LampPlan.glows(viewRecords.plan().view(), batch));
      addToAir(light, radiance);
    }
    return batches;
  }

  private LampPass.Shadows prepare(List<LampPlan.Lit> batch, double exposure, boolean shadows) {
    lampRecords.build(viewRecords.plan().view(), jobRecords, batch, exposure, shadows);
    lampRecords.bind();
    if (!shadows) {
      return LampPass.Shadows.NONE;
    }
    lampRecords.bindCasters();
    lampShadowPass.run(
        vertexInput,
        new Commands(lampRecords.commandBufferName()),
        lampRecords.castersPerCell(),
        lampRecords.runs(),
        lampRecords.layers());
    if (!lampRecords.hasGlass()) {
      return LampPass.Shadows.OPAQUE;
    }
    glMemoryBarrier(GL_TEXTURE_FETCH_BARRIER_BIT);
    LightGlassRecords panes = lampRecords.glass();
    lampGlassPass.run(
        vertexInput,
        panes.commands(),
        OptionalInt.of(lampRecords.castersPerCell()),
        panes.runs(),
        panes.layers());
    return LampPass.Shadows.GLASS;
  }

  /** What the nearest layers of glass mirror of lamps. */
  private void addLampsToGlass(
      List<List<LampPlan.Lit>> batches, JobLight light, GlTexture radiance, boolean shadows) {
    View view = viewRecords.plan().view();
    glassPass.bindFront();
    LampPass.Shadows maps = shadows ? LampPass.Shadows.OPAQUE : LampPass.Shadows.NONE;
    for (List<LampPlan.Lit> batch : batches) {
      if (batches.size() > 1) {
        prepare(batch, ViewBlock.exposure(view, light), shadows);
      }
      // Glass takes of the light of what lies behind it, itself included: not of what it mirrors.
      lampPass.runOnGlass(radiance, lampRecords.lamps(), LampPlan.least(view), maps);
    }
  }

  /** What fog sends on of a batch's light. */
  private void addToAir(JobLight light, GlTexture radiance) {
    int width = viewRecords.plan().layout().width();
    int height = viewRecords.plan().layout().height();
    light
        .outdoor()
        .fog()
        .ifPresent(
            fog ->
                lampPass.scatter(
                    radiance, lampRecords.lamps(), fog.layer().albedo(), width, height));
  }

  private GlBuffer cover(Commands commands, CoveragePlan.Batch batch, int width, int height) {
    long bytes = 4L * batch.words();
    GlBuffer buffer = bits.atLeast(bytes);
    if (batch.count() > 0) {
      CoverageCommands.Run run = viewRecords.coverageCommands().runs().get(batch);
      coveragePass.raster(
          vertexInput,
          commands,
          viewRecords.firstCoverageCommand() + run.first(),
          run.opaque(),
          run.alphaTested(),
          buffer,
          bytes,
          width,
          height);
    }
    return buffer;
  }

  private void bind(GlBuffer resultBuffer, GlBuffer tableBuffer) {
    vertexInput.attach(
        models, Math.max(jobRecords.parts().size(), viewRecords.coverageCommands().count()));
    jobRecords.bind();
    viewRecords.bind();
    models.positions().bindStorage(GpuLayout.POSITIONS);
    models.attributes().bindStorage(GpuLayout.ATTRIBUTES);
    models.indices().bindStorage(GpuLayout.INDICES);
    models.positions().bindTexels(GpuLayout.POSITION_UNIT, GL_R32F);
    models.attributes().bindTexels(GpuLayout.ATTRIBUTE_UNIT, GL_RGBA32UI);
    models.indices().bindTexels(GpuLayout.INDEX_UNIT, GL_R32UI);
    models.texels().bindTexels(GpuLayout.TEXEL_UNIT, GL_R32UI);
    resultBuffer.bindStorage(GpuLayout.RESULT);
    tableBuffer.bindStorage(GpuLayout.TABLE);
  }
}
