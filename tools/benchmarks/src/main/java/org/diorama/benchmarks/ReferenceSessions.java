package org.diorama.benchmarks;

import java.util.ServiceLoader;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererProvider;

/** The reference renderer for benchmarks of what comes after it. */
final class ReferenceSessions {
  private ReferenceSessions() {}

  /** The caller closes it. */
  static RenderSession open(AssetStore assets) {
    return ServiceLoader.load(RendererProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("reference"))
        .findFirst()
        .orElseThrow()
        .open(DeviceRequest.AUTO, assets);
  }
}
