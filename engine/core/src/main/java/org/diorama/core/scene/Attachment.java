package org.diorama.core.scene;

/**
 * The instance in whose frame a group stands.
 *
 * @param group name of its group, such as {@code shelf.facing}
 * @param instance its number among all instances of the group that found a place
 */
public record Attachment(String group, int instance) {
  public Attachment {
    if (instance < 0) {
      throw new IllegalArgumentException("instance " + instance);
    }
  }
}
