package org.diorama.procedural.surface;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.core.surface.SurfaceFinish;

/**
 * The images of finishes, each made once. Equal finishes share theirs; beyond a budget those that
 * were asked for longest ago go, to be made again alike. Safe for several threads.
 */
final class SurfaceCache {
  private final long budget;
  private final Map<SurfaceFinish, SurfaceTextures> known = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param budget bytes to keep; the latest finish stays in any case
   */
  SurfaceCache(long budget) {
    this.budget = budget;
  }

  synchronized SurfaceTextures get(SurfaceFinish finish) {
    SurfaceTextures found = known.get(finish);
    if (found == null) {
      found = SurfaceTextures.bake(finish);
      known.put(finish, found);
      bytes += found.bytes();
      Iterator<SurfaceTextures> oldest = known.values().iterator();
      while (bytes > budget && known.size() > 1) {
        bytes -= oldest.next().bytes();
        oldest.remove();
      }
    }
    return found;
  }
}
