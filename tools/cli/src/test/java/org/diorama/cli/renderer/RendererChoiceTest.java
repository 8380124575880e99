package org.diorama.cli.renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RendererFinding;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.render.RendererProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RendererChoiceTest {
  private static final AssetStore NO_ASSETS =
      id -> {
        throw new DioramaException(ExitStatus.BAD_INPUT, id);
      };

  private static final Map<String, String> SLURM = Map.of("SLURM_JOB_ID", "42");

  private final List<String> notices = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  /** A machine's renderer; {@code deviceClass} is null where the machine cannot run it. */
  private final class Machine implements RendererProvider {
    private final String name;
    private final int preference;
    private final String deviceClass;

    Machine(String name, int preference, String deviceClass) {
      this.name = name;
      this.preference = preference;
      this.deviceClass = deviceClass;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int preference() {
      return preference;
    }

    @Override
    public RenderSession open(DeviceRequest request, AssetStore assets) {
      if (deviceClass == null) {
        throw new DioramaException(ExitStatus.NO_RENDERER, "no lib; apt-get install lib");
      }
      return new RenderSession() {
        @Override
        public RendererIdentity identity() {
          return new RendererIdentity(name, "1", deviceClass, "box");
        }

        @Override
        public int lanes() {
          return 1;
        }

        @Override
        public List<CompletableFuture<RenderedFrame>> submit(List<RenderJob> jobs) {
          throw new UnsupportedOperationException("nothing is drawn here");
        }

        @Override
        public void close() {
          closed.add(name);
        }
      };
    }

    @Override
    public List<RendererFinding> diagnose() {
      return List.of();
    }
  }

  private RendererChoice choice(String openglClass, Map<String, String> environment) {
    return new RendererChoice(
        List.of(new Machine("reference", 0, "java"), new Machine("opengl", 10, openglClass)),
        environment,
        notices::add);
  }

  private String open(RendererChoice choice, String name, DeviceRequest request) {
    return choice.open(name, request, NO_ASSETS).identity().name();
  }

  private DioramaException refusal(RendererChoice choice, String name, DeviceRequest request) {
    return assertThrows(DioramaException.class, () -> choice.open(name, request, NO_ASSETS));
  }

  @Test
  void autoTakesTheMostPreferred() {
    assertEquals(
        "opengl", open(choice("software", Map.of()), RendererChoice.AUTO, DeviceRequest.AUTO));
    assertEquals(List.of("renderer: opengl 1 on box (software)"), notices);
  }

  @Test
  void autoFallsBackLoudly() {
    assertEquals(
        "reference", open(choice(null, Map.of()), RendererChoice.AUTO, DeviceRequest.AUTO));
    assertEquals("WARNING: no lib; apt-get install lib", notices.get(0));
    assertTrue(notices.get(1).startsWith("WARNING: falling back"), notices.get(1));
  }

  @Test
  void aNamedRendererNeverFallsBack() {
    var failure = refusal(choice(null, Map.of()), "opengl", DeviceRequest.AUTO);
    assertEquals(ExitStatus.NO_RENDERER, failure.status());
    assertEquals("no lib; apt-get install lib", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "cuda:1"})
  void aNamedDeviceNeverFallsBack(String gpu) {
    for (Map<String, String> environment : List.of(Map.<String, String>of(), SLURM)) {
      var failure = refusal(choice(null, environment), "auto", new DeviceRequest(gpu, false));
      assertEquals(ExitStatus.NO_RENDERER, failure.status());
      assertEquals("no lib; apt-get install lib", failure.getMessage());
    }
    assertEquals(List.of(), notices);
  }

  @Test
  void anUnknownNameIsAUsageErrorThatListsTheNames() {
    var failure = refusal(choice("gpu", Map.of()), "vulkan", DeviceRequest.AUTO);
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().endsWith("auto, opengl, reference"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLURM_JOB_ID", "KUBERNETES_SERVICE_HOST", "AWS_BATCH_JOB_ID"})
  void underASchedulerAutoWantsAGpu(String variable) {
    Map<String, String> environment = Map.of(variable, "42");
    for (String deviceClass : new String[] {"software", null}) {
      var failure =
          refusal(choice(deviceClass, environment), RendererChoice.AUTO, DeviceRequest.AUTO);
      assertEquals(ExitStatus.NO_RENDERER, failure.status());
      assertTrue(failure.getMessage().contains("--gpu software"), failure.getMessage());
    }
    assertEquals(List.of("opengl", "reference"), closed);
    assertEquals("opengl", open(choice("gpu", environment), "auto", DeviceRequest.AUTO));
    assertEquals("reference", open(choice(null, environment), "reference", DeviceRequest.AUTO));
    assertEquals(
        "opengl",
        open(choice("software", environment), "auto", new DeviceRequest("software", false)));
  }

  @Test
  void requireGpuRefusesEverythingElse() {
    DeviceRequest gpuOnly = new DeviceRequest("auto", true);
    for (String name : List.of("auto", "reference", "opengl")) {
      var failure = refusal(choice("software", Map.of()), name, gpuOnly);
      assertEquals(ExitStatus.NO_RENDERER, failure.status());
      assertTrue(failure.getMessage().startsWith("--require-gpu"), failure.getMessage());
    }
    assertEquals(3, closed.size());
    assertEquals("opengl", open(choice("gpu", Map.of()), "auto", gpuOnly));
    assertFalse(notices.isEmpty());
  }
}
