package org.diorama.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.irradiance.IndirectLighting;
import org.diorama.core.irradiance.IrradianceVolume;
import org.diorama.core.light.SheenAlbedo;
import org.diorama.core.light.SpecularAlbedo;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Measure;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.render.View;
import org.diorama.core.render.ViewGeometry;
import org.diorama.core.sky.SkyTableCache;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.sky.source.SkySources;

/** Traces each job on one thread, as many jobs at a time as there are lanes. */
final class ReferenceSession implements RenderSession {
  /** Of what this renderer draws; raise it with every change of its output. */
  private static final String VERSION = "18";

  private final AssetStore assets;
  private final int lanes;
  private final BufferPool buffers = new BufferPool();
  private final ExecutorService executor;
  private final SkySources sources;
  private final SkyTableCache tables = new SkyTableCache(Runnable::run);
  private final SpecularAlbedo albedo = new SpecularAlbedo();
  private final SheenAlbedo sheen = new SheenAlbedo();

  ReferenceSession(AssetStore assets, int lanes) {
    this.assets = assets;
    this.sources = new SkySources(assets);
    this.lanes = lanes;
    this.executor =
        Executors.newFixedThreadPool(
            lanes,
            task -> {
              Thread thread = new Thread(task, "reference-lane");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public RendererIdentity identity() {
    return new RendererIdentity(
        ReferenceRendererProvider.NAME, VERSION, "java", "ray caster in Java, " + lanes + " lanes");
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public List<CompletableFuture<RenderedFrame>> submit(List<RenderJob> jobs) {
    List<CompletableFuture<RenderedFrame>> futures = new ArrayList<>();
    for (RenderJob job : jobs) {
      futures.add(CompletableFuture.supplyAsync(() -> render(job), executor));
    }
    return List.copyOf(futures);
  }

  private RenderedFrame render(RenderJob job) {
    PooledFrame frame = new PooledFrame(buffers);
    try {
      Optional<JobLight> light = job.hasColor() ? Optional.of(light(job)) : Optional.empty();
      for (View view : job.views()) {
        frame.add(renderView(job, view, light, frame));
      }
      return frame;
    } catch (DioramaException e) {
      frame.close();
      throw new CompletionException(e);
    } catch (OutOfMemoryError e) {
      frame.close();
      throw new CompletionException(
          new DioramaException(
              ExitStatus.TEMPORARY, "out of memory while rendering: raise the JVM's -Xmx", e));
    } catch (RuntimeException e) {
      frame.close();
      throw new CompletionException(
          new DioramaException(ExitStatus.INTERNAL, "the reference renderer failed: " + e, e));
    }
  }

  private RenderedView renderView(
      RenderJob job, View view, Optional<JobLight> light, PooledFrame frame) {
    ViewGeometry geometry = ViewGeometry.of(job, view, assets);
    ViewPlanes planes = ViewPlanes.take(view, frame);
    Optional<ViewShader> shader =
        planes.wantsColor()
            ? light.map(
                lit ->
                    new ViewShader(
                        geometry, lit.outdoor(), new FinishShader(lit.sky(), sheen), job))
            : Optional.empty();
    ViewTracer tracer = new ViewTracer(geometry, planes, shader);
    tracer.trace();
    List<SilhouetteBits> silhouettes = tracer.silhouettes();
    return new RenderedView(
        view.name(),
        view.camera().width(),
        view.camera().height(),
        planes.byChannel(),
        tracer.instances(silhouettes),
        view.measures().contains(Measure.SILHOUETTES) ? silhouettes : List.of());
  }

  private record JobLight(OutdoorLight outdoor, SkyLight sky) {}

  private JobLight light(RenderJob job) {
    OutdoorLight outdoor =
        OutdoorLight.of(job.lighting(), job.lighting().sky().radiance(sources), job.weather());
    SkyTables sky = tables.tables(outdoor.sky()).join();
    Optional<IrradianceVolume> volume = IndirectLighting.of(job, assets, outdoor, sky);
    return new JobLight(outdoor, new SkyLight(outdoor.sky(), sky, albedo, volume));
  }

  @Override
  public void close() {
    executor.shutdown();
    boolean interrupted = false;
    boolean done = false;
    while (!done) {
      try {
        done = executor.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
