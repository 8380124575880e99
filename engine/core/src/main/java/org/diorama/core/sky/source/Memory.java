package org.diorama.core.sky.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Values made from keys, the ones used last kept. A key is the whole input of its value, so that it
 * is the same whether it was kept or made again. Safe for several threads; a value is made once.
 */
public final class Memory<K, V> {
  private final int most;
  private final Function<K, V> maker;
  private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most values that are kept
   */
  public Memory(int most, Function<K, V> maker) {
    this.most = most;
    this.maker = maker;
  }

  /** The value of a key, made by this thread where none has. */
  public V get(K key) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> first = claim(key, mine);
    if (first == mine) {
      try {
        mine.complete(maker.apply(key));
      } catch (RuntimeException | Error e) {
        mine.completeExceptionally(e);
      }
    }
    return first.join();
  }

  private synchronized CompletableFuture<V> claim(K key, CompletableFuture<V> mine) {
    CompletableFuture<V> there = values.get(key);
    if (there == null) {
      values.put(key, mine);
      if (values.size() > most) {
        values.remove(values.keySet().iterator().next());
      }
    }
    return there == null ? mine : there;
  }
}
