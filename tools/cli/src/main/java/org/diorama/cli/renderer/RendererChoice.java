package org.diorama.cli.renderer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererProvider;

/**
 * Opens the renderer that the user asked for, or the best one there is. Nothing slower than asked
 * for is ever taken in silence: each step down is a line for people, and under a scheduler, where
 * nobody reads it, it is refused.
 */
public final class RendererChoice {
  /** Name that leaves the choice to us. */
  public static final String AUTO = "auto";

  private static final String GPU = "gpu";

  /** The request that any processor meets. */
  private static final String SOFTWARE = "software";

  private final List<RendererProvider> providers;
  private final Optional<Scheduler> scheduler;
  private final Consumer<String> notice;

  /**
   * @param environment of the process, to detect a scheduler
   * @param notice takes lines for people
   */
  RendererChoice(
      List<RendererProvider> providers, Map<String, String> environment, Consumer<String> notice) {
    this.providers = preferredFirst(providers.stream());
    this.scheduler = Scheduler.detect(environment);
    this.notice = notice;
  }

  /** Of all installed renderers. */
  public static RendererChoice installed(Consumer<String> notice) {
    return new RendererChoice(installedProviders(), System.getenv(), notice);
  }

  /** Every renderer on the class path, the preferred one first. */
  public static List<RendererProvider> installedProviders() {
    return preferredFirst(
        ServiceLoader.load(RendererProvider.class).stream().map(ServiceLoader.Provider::get));
  }

  private static List<RendererProvider> preferredFirst(Stream<RendererProvider> providers) {
    return providers
        .sorted(
            Comparator.comparing(RendererProvider::preference)
                .reversed()
                .thenComparing(RendererProvider::name))
        .toList();
  }

  /**
   * @param name {@link #AUTO} or a renderer's name
   * @throws DioramaException USAGE for an unknown name, NO_RENDERER where none can be had
   */
  public RenderSession open(String name, DeviceRequest request, AssetStore assets) {
    RenderSession session =
        name.equals(AUTO) ? openBest(request, assets) : named(name).open(request, assets);
    String deviceClass = session.identity().deviceClass();
    if (request.requireGpu() && !deviceClass.equals(GPU)) {
      String found = describe(session);
      session.close();
      throw new DioramaException(
          ExitStatus.NO_RENDERER,
          "--require-gpu: found only " + found + "; 'diorama doctor' says what is missing");
    }
    if (name.equals(AUTO) && request.gpu().equals(AUTO) && !deviceClass.equals(GPU)) {
      refuseUnderScheduler(session);
    }
    notice.accept("renderer: " + describe(session));
    return session;
  }

  private RenderSession openBest(DeviceRequest request, AssetStore assets) {
    DioramaException first = null;
    for (RendererProvider provider : providers) {
      try {
        RenderSession session = provider.open(request, assets);
        if (first != null) {
          notice.accept("WARNING: " + first.getMessage());
          notice.accept(
              "WARNING: falling back to the renderer '"
                  + provider.name()
                  + "', which is slower and simpler; its datasets do not mix with others");
        }
        return session;
      } catch (DioramaException e) {
        if (e.status() != ExitStatus.NO_RENDERER || namesDevice(request)) {
          throw e;
        }
        first = first == null ? e : first;
      }
    }
    throw first == null
        ? new DioramaException(ExitStatus.NO_RENDERER, "no renderer is installed")
        : first;
  }

  /** Who names a device, by number, wants that one and nothing else. */
  private static boolean namesDevice(DeviceRequest request) {
    return !request.gpu().equals(AUTO) && !request.gpu().equals(SOFTWARE);
  }

  private void refuseUnderScheduler(RenderSession session) {
    scheduler.ifPresent(
        found -> {
          String description = describe(session);
          session.close();
          throw new DioramaException(
              ExitStatus.NO_RENDERER,
              "this node has no usable GPU, only "
                  + description
                  + "; under "
                  + found.title()
                  + " that is refused unless asked for: --gpu software, or --renderer "
                  + session.identity().name());
        });
  }

  /**
   * @throws DioramaException USAGE for a name that no renderer has
   */
  void requireKnown(String name) {
    named(name);
  }

  private RendererProvider named(String name) {
    return providers.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DioramaException(
                    ExitStatus.USAGE,
                    "there is no renderer '"
                        + name
                        + "'; there are: auto"
                        + providers.stream()
                            .map(provider -> ", " + provider.name())
                            .collect(Collectors.joining())));
  }

  private static String describe(RenderSession session) {
    var identity = session.identity();
    return identity.name()
        + " "
        + identity.version()
        + " on "
        + identity.device()
        + " ("
        + identity.deviceClass()
        + ")";
  }
}
