package org.diorama.cli.renderer;

import java.util.function.Consumer;
import org.diorama.core.DioramaException;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import picocli.CommandLine.Option;

/** The options that choose renderer and device, alike in every command that draws. */
public final class RendererOptions {
  @Option(
      names = "--renderer",
      paramLabel = "NAME",
      defaultValue = RendererChoice.AUTO,
      description = "auto, opengl or reference (default: ${DEFAULT-VALUE}).")
  private String renderer;

  @Option(
      names = "--gpu",
      paramLabel = "WHICH",
      defaultValue = "auto",
      description = "auto, N (as doctor counts), cuda:N or software (default: ${DEFAULT-VALUE}).")
  private String gpu;

  @Option(names = "--require-gpu", description = "Refuses to draw on anything but a GPU (69).")
  private boolean requireGpu;

  /**
   * Opens what was asked for, or, where nobody asked, a renderer by its name.
   *
   * @param byDefault name of the renderer
   * @param notice takes lines for people
   */
  public RenderSession open(AssetStore assets, String byDefault, Consumer<String> notice) {
    String name = renderer.equals(RendererChoice.AUTO) ? byDefault : renderer;
    return RendererChoice.installed(notice).open(name, new DeviceRequest(gpu, requireGpu), assets);
  }

  /**
   * Opens what was asked for.
   *
   * @param notice takes lines for people
   */
  public RenderSession open(AssetStore assets, Consumer<String> notice) {
    return RendererChoice.installed(notice)
        .open(renderer, new DeviceRequest(gpu, requireGpu), assets);
  }

  /**
   * Refuses a name that no renderer has, before anything is done.
   *
   * @param notice takes lines for people
   * @throws DioramaException USAGE
   */
  public void requireKnown(Consumer<String> notice) {
    if (!renderer.equals(RendererChoice.AUTO)) {
      RendererChoice.installed(notice).requireKnown(renderer);
    }
  }
}
