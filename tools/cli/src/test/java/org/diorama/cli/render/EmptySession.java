package org.diorama.cli.render;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.diorama.core.render.InstanceTable;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.RendererIdentity;

/** A renderer that draws nothing, at once, and counts what is not given back. */
final class EmptySession implements RenderSession {
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger rendered = new AtomicInteger();

  @Override
  public RendererIdentity identity() {
    return new RendererIdentity("empty", "1", "java", "none");
  }

  @Override
  public int lanes() {
    return 2;
  }

  @Override
  public List<CompletableFuture<RenderedFrame>> submit(List<RenderJob> jobs) {
    return jobs.stream().map(job -> CompletableFuture.completedFuture(frame())).toList();
  }

  private RenderedFrame frame() {
    open.incrementAndGet();
    rendered.incrementAndGet();
    return new RenderedFrame() {
      @Override
      public List<RenderedView> views() {
        return List.of(new RenderedView("", 1, 1, Map.of(), new InstanceTable(List.of())));
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  @Override
  public void close() {}
}
