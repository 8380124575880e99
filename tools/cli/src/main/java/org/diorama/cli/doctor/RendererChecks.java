package org.diorama.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererFinding;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.render.RendererProvider;

/** What renderers say of themselves, and which of them opens here. */
final class RendererChecks {
  private static final AssetStore NO_ASSETS =
      id -> {
        throw new DioramaException(ExitStatus.BAD_INPUT, "doctor draws nothing, not even " + id);
      };

  private final List<RendererFinding> findings = new ArrayList<>();
  private final List<RendererIdentity> usable = new ArrayList<>();

  RendererChecks(List<RendererProvider> providers) {
    for (RendererProvider provider : providers) {
      findings.addAll(provider.diagnose());
      findings.add(open(provider));
    }
  }

  private RendererFinding open(RendererProvider provider) {
    String key = provider.name() + ".opens";
    try (RenderSession session = provider.open(DeviceRequest.AUTO, NO_ASSETS)) {
      RendererIdentity identity = session.identity();
      usable.add(identity);
      return new RendererFinding(
          key,
          identity.device() + " (" + identity.deviceClass() + "), " + session.lanes() + " lanes",
          true,
          "");
    } catch (DioramaException e) {
      return new RendererFinding(key, "no", false, e.getMessage());
    } catch (RuntimeException | Error e) {
      // A broken driver or library is just what this command is run for.
      return new RendererFinding(key, "no: " + e, false, "please report it");
    }
  }

  List<RendererFinding> findings() {
    return findings;
  }

  /** What {@code --renderer auto} takes, outside of schedulers. */
  Optional<RendererIdentity> best() {
    return usable.stream().findFirst();
  }

  boolean hasGpu() {
    return usable.stream().anyMatch(identity -> identity.deviceClass().equals("gpu"));
  }
}
