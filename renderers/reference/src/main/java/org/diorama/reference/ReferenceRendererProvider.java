package org.diorama.reference;

import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererFinding;
import org.diorama.core.render.RendererProvider;

/** The ray caster in Java: runs everywhere, comes last. */
public final class ReferenceRendererProvider implements RendererProvider {
  static final String NAME = "reference";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int preference() {
    return Integer.MIN_VALUE;
  }

  @Override
  public RenderSession open(DeviceRequest request, AssetStore assets) {
    if (request.requireGpu()) {
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "a GPU is required and the reference renderer runs on the CPU: drop --require-gpu, or use"
              + " --renderer opengl on a machine with a GPU");
    }
    return new ReferenceSession(assets, lanes());
  }

  @Override
  public List<RendererFinding> diagnose() {
    return List.of(
        new RendererFinding("reference.lanes", lanes() + " (one a processor core)", true, ""));
  }

  private static int lanes() {
    return Runtime.getRuntime().availableProcessors();
  }
}
