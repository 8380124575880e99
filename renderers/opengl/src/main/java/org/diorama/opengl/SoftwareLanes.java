package org.diorama.opengl;

import java.util.Map;

/** How many lanes keep all cores busy where Mesa's software rasterizer draws. */
final class SoftwareLanes {
  /** Raster threads of a display; Mesa reads it before the first one, Java cannot set it. */
  static final String MESA_THREADS = "LP_NUM_THREADS";

  private SoftwareLanes() {}

  /** Whether Mesa was told how many threads a display has: else it takes a thread for each core. */
  static boolean told(Map<String, String> environment) {
    return environment.getOrDefault(MESA_THREADS, "").matches("[0-9]{1,4}");
  }

  /**
   * One lane for as many cores as a display has threads: frames drawn side by side beat raster
   * threads inside a frame. A lane without a raster thread draws by itself.
   */
  static int wanted(Map<String, String> environment, int cores) {
    if (!told(environment)) {
      return 1;
    }
    int threads = Math.max(1, Integer.parseInt(environment.get(MESA_THREADS)));
    return (cores + threads - 1) / threads;
  }
}
