package org.diorama.opengl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diorama.core.DioramaException;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RendererFinding;
import org.diorama.core.render.RendererProvider;
import org.diorama.opengl.egl.DeviceChoice;
import org.diorama.opengl.egl.DeviceReport;
import org.diorama.opengl.egl.OpenedDevice;

/** OpenGL 4.5 over EGL, without a window system. */
public final class OpenGlRendererProvider implements RendererProvider {
  private static final int GPU_LANES = 2;

  @Override
  public String name() {
    return "opengl";
  }

  @Override
  public int preference() {
    return 100;
  }

  @Override
  public RenderSession open(DeviceRequest request, AssetStore assets) {
    DeviceChoice choice = DeviceChoice.parse(request.gpu());
    OpenedDevice device = OnFreshThread.call(() -> OpenedDevice.find(choice, request.requireGpu()));
    int wanted = device.software() ? softwareLanes() : GPU_LANES;
    return new OpenGlSession(device, OnFreshThread.call(() -> device.displays(wanted)), assets);
  }

  private static int softwareLanes() {
    return SoftwareLanes.wanted(System.getenv(), Runtime.getRuntime().availableProcessors());
  }

  @Override
  public List<RendererFinding> diagnose() {
    List<RendererFinding> findings = new ArrayList<>();
    try {
      List<DeviceReport> reports = OnFreshThread.call(DeviceReport::all);
      for (int i = 0; i < reports.size(); i++) {
        DeviceReport report = reports.get(i);
        String prefix = "egl.device." + i + ".";
        findings.add(
            new RendererFinding(
                prefix + "kind", report.device(), report.usable(), report.remedy()));
        report
            .properties()
            .forEach(
                (key, value) ->
                    findings.add(new RendererFinding(prefix + key, value, report.usable(), "")));
      }
      boolean usable = reports.stream().anyMatch(DeviceReport::usable);
      boolean gpu = reports.stream().anyMatch(r -> r.usable() && !r.software());
      findings.add(
          new RendererFinding(
              "opengl.best", gpu ? "gpu" : usable ? "software" : "none", usable, ""));
    } catch (DioramaException e) {
      findings.add(new RendererFinding("egl", "unusable", false, e.getMessage()));
    }
    findings.add(softwareFinding());
    return List.copyOf(findings);
  }

  private static RendererFinding softwareFinding() {
    boolean told = SoftwareLanes.told(System.getenv());
    return new RendererFinding(
        "opengl.software_lanes",
        String.format(
            Locale.ROOT,
            "%d (%s=%s)",
            openedSoftwareLanes(),
            SoftwareLanes.MESA_THREADS,
            System.getenv(SoftwareLanes.MESA_THREADS)),
        told,
        told ? "" : "start through tools/diorama, or export " + SoftwareLanes.MESA_THREADS + "=0");
  }

  private static int openedSoftwareLanes() {
    try {
      return OnFreshThread.call(
              () -> OpenedDevice.find(DeviceChoice.SOFTWARE, false).displays(softwareLanes()))
          .size();
    } catch (DioramaException e) {
      return 0;
    }
  }
}
