package org.diorama.core.random;

/**
 * What a value is drawn for: one instance, or no instance in particular. The identity of an
 * instance follows from its numbers within its group and its parents' alone.
 *
 * @param identity index in the group for an instance without parent, {@code (parent + 1) << 16 |
 *     index} below a parent, -1 for no instance
 */
public record DrawSite(long identity) {
  /** No instance in particular. */
  public static final DrawSite WHOLE = new DrawSite(-1);

  /** Levels of instances below one another that an identity has room for. */
  public static final int MOST_LEVELS = 4;

  private static final int INDEX_BITS = 16;

  /** Most instances of a group below one parent. */
  public static final int MOST_INSTANCES = (1 << INDEX_BITS) - 1;

  /** An instance of a group without parents. */
  public static DrawSite of(int index) {
    return WHOLE.child(index);
  }

  /** The instance of that number in a group below this one. */
  public DrawSite child(int index) {
    if (index < 0 || index >= MOST_INSTANCES) {
      throw new IllegalArgumentException("no instance " + index + " in a group");
    }
    return new DrawSite((identity + 1) << INDEX_BITS | index);
  }

  /** The parent's site; {@link #WHOLE} for an instance without parent and for itself. */
  public DrawSite parent() {
    return identity == WHOLE.identity ? WHOLE : new DrawSite((identity >>> INDEX_BITS) - 1);
  }

  /** Number of the instance within its group; 0 where there is none. */
  public int index() {
    return identity == WHOLE.identity ? 0 : (int) (identity & MOST_INSTANCES);
  }
}
