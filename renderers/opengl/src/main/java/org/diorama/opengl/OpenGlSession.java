package org.diorama.opengl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.irradiance.IndirectLighting;
import org.diorama.core.math.Vec3;
import org.diorama.core.outdoor.CloudShadeMap;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.sky.SkyTableCache;
import org.diorama.core.sky.source.Memory;
import org.diorama.core.sky.source.SkySources;
import org.diorama.opengl.egl.EglDisplay;
import org.diorama.opengl.egl.OpenedDevice;
import org.diorama.opengl.frame.BufferPool;
import org.diorama.opengl.frame.JobLight;
import org.diorama.opengl.gl.GlCensus;

/** Lanes that share one queue. */
final class OpenGlSession implements RenderSession {
  private static final String VERSION = "18";
  private static final long SOFTWARE_BUDGET = 192L << 20;
  private static final int MOST_CLOUD_MAPS = 8;
  private static final long GPU_BUDGET = 2L << 30;

  private final RendererIdentity identity;
  private final AssetStore assets;
  private final BlockingQueue<RenderTask> queue = new LinkedBlockingQueue<>();
  private final ExecutorService completions =
      Executors.newSingleThreadExecutor(runnable -> thread(runnable, "opengl-completions"));
  private final ExecutorService skyMakers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), runnable -> thread(runnable, "opengl-sky"));
  private final SkySources skySources;
  private final Memory<CloudShadeMap.Key, CloudShadeMap> cloudMaps =
      new Memory<>(MOST_CLOUD_MAPS, CloudShadeMap::new);
  private final SkyTableCache skies = new SkyTableCache(skyMakers);
  private final List<Thread> threads = new ArrayList<>();
  private final GlCensus census = new GlCensus();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Opens all lanes and waits until they can draw.
   *
   * @param displays one a lane, of that device
   * @throws org.diorama.core.DioramaException where one of them cannot
   */
  OpenGlSession(OpenedDevice device, List<EglDisplay> displays, AssetStore assets) {
    this.identity =
        new RendererIdentity(
            "opengl", VERSION, device.software() ? "software" : "gpu", device.description());
    this.assets = assets;
    this.skySources = new SkySources(assets);
    Lane.Shared shared =
        new Lane.Shared(
            assets,
            new BufferPool(),
            queue,
            completions,
            census,
            device.software() ? 2 : 3,
            device.software() ? SOFTWARE_BUDGET : GPU_BUDGET);
    List<Lane> started = new ArrayList<>();
    for (EglDisplay display : displays) {
      Lane lane = new Lane(display, shared);
      threads.add(thread(lane, "opengl-lane-" + started.size()));
      started.add(lane);
    }
    threads.forEach(Thread::start);
    try {
      started.forEach(lane -> lane.ready().join());
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public RendererIdentity identity() {
    return identity;
  }

  @Override
  public int lanes() {
    return threads.size();
  }

  @Override
  public List<CompletableFuture<RenderedFrame>> submit(List<RenderJob> jobs) {
    if (closed.get()) {
      throw new IllegalStateException("the render session is closed");
    }
    List<RenderTask> tasks = jobs.stream().map(job -> RenderTask.of(job, light(job))).toList();
    queue.addAll(tasks);
    return tasks.stream().map(RenderTask::future).toList();
  }

  private CompletableFuture<JobLight> light(RenderJob job) {
    return CompletableFuture.supplyAsync(
            () ->
                OutdoorLight.of(
                    job.lighting(), job.lighting().sky().radiance(skySources), job.weather()),
            skyMakers)
        .thenCompose(
            outdoor ->
                skies
                    .tables(outdoor.sky())
                    .thenApplyAsync(
                        tables ->
                            new JobLight(
                                outdoor,
                                tables,
                                clouds(job, outdoor),
                                job.lighting().lamps(),
                                job.hasColor()
                                    ? IndirectLighting.of(job, assets, outdoor, tables)
                                    : Optional.empty()),
                        skyMakers));
  }

  private Optional<CloudShadeMap> clouds(RenderJob job, OutdoorLight outdoor) {
    Vec3 camera = job.views().get(0).worldFromCamera().translation();
    return outdoor.clouds().map(shade -> cloudMaps.get(CloudShadeMap.Key.of(shade, camera)));
  }

  /** Of all lanes. */
  GlCensus census() {
    return census;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    queue.add(RenderTask.LAST);
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          // Freeing the device must not be cut short; the interrupt is passed on below.
          interrupted = true;
        }
      }
    }
    completions.shutdown();
    skyMakers.shutdown();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
