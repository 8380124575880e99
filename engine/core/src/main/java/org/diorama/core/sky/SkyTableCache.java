package org.diorama.core.sky;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Tables of the skies used last, each made once. A key is the whole input: a sky that differs in
 * anything has tables of its own. Safe for several threads.
 */
public final class SkyTableCache {
  private static final int MOST = 16;

  private final Executor executor;
  private final Map<SkyRadiance, CompletableFuture<SkyTables>> tables =
      new LinkedHashMap<>(MOST, 0.75f, true);

  /**
   * @param executor makes the tables
   */
  public SkyTableCache(Executor executor) {
    this.executor = executor;
  }

  /** The tables of a sky, perhaps still in the making. */
  public synchronized CompletableFuture<SkyTables> tables(SkyRadiance sky) {
    CompletableFuture<SkyTables> result =
        tables.computeIfAbsent(
            sky, key -> CompletableFuture.supplyAsync(() -> SkyTables.of(key), executor));
    if (tables.size() > MOST) {
      tables.remove(tables.keySet().iterator().next());
    }
    return result;
  }
}
