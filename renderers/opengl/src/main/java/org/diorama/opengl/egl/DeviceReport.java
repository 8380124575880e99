package org.diorama.opengl.egl;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.DioramaException;

/**
 * What one device offers, for {@code doctor}.
 *
 * @param device its place in the enumeration, in words
 * @param usable gives an OpenGL 4.5 core context
 * @param software a CPU rasterizer
 * @param properties name to value: EGL and GL strings and limits, or the one entry {@code problem}
 */
public record DeviceReport(
    String device, boolean usable, boolean software, Map<String, String> properties) {

  /**
   * Opens every device in turn, on the calling thread, which must have no context.
   *
   * @throws DioramaException where libEGL is absent
   */
  public static List<DeviceReport> all() {
    List<DeviceReport> reports = new ArrayList<>();
    for (EglDevice device : EglDevices.list()) {
      reports.add(of(device));
    }
    return List.copyOf(reports);
  }

  /** What to do about an unusable device; empty for a usable one. */
  public String remedy() {
    return properties.getOrDefault("problem", "");
  }

  private static DeviceReport of(EglDevice device) {
    Map<String, String> properties = new LinkedHashMap<>();
    try (EglContext context = EglContext.open(device, false)) {
      properties.put("egl", context.eglDescription());
      properties.put("vendor", glGetString(GL_VENDOR));
      properties.put("renderer", glGetString(GL_RENDERER));
      properties.put("version", glGetString(GL_VERSION));
      properties.put("shading_language", glGetString(GL_SHADING_LANGUAGE_VERSION));
      limit(properties, "max_texture_size", GL_MAX_TEXTURE_SIZE);
      limit(properties, "max_array_texture_layers", GL_MAX_ARRAY_TEXTURE_LAYERS);
      limit(properties, "max_storage_block_bytes", GL_MAX_SHADER_STORAGE_BLOCK_SIZE);
      limit(properties, "max_storage_bindings", GL_MAX_SHADER_STORAGE_BUFFER_BINDINGS);
      limit(properties, "max_compute_invocations", GL_MAX_COMPUTE_WORK_GROUP_INVOCATIONS);
      limit(properties, "max_texture_units", GL_MAX_COMBINED_TEXTURE_IMAGE_UNITS);
      return new DeviceReport(
          device.describe(),
          true,
          context.software(),
          java.util.Collections.unmodifiableMap(properties));
    } catch (DioramaException e) {
      return new DeviceReport(
          device.describe(), false, device.software(), Map.of("problem", e.getMessage()));
    }
  }

  private static void limit(Map<String, String> properties, String name, int parameter) {
    properties.put(name, Long.toString(glGetInteger64(parameter)));
  }
}
