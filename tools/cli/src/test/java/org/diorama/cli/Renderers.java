package org.diorama.cli;

import java.util.ServiceLoader;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererProvider;

/** The renderers that this build has. */
public final class Renderers {
  private Renderers() {}

  public static RenderSession open(String name, AssetStore assets) {
    return ServiceLoader.load(RendererProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow()
        .open(DeviceRequest.AUTO, assets);
  }
}
