package org.diorama.core.scene;

/** A line from one named point to another. */
public record Bone(String from, String to) {
  /** Whether it joins the same points, in whatever order. */
  public boolean joinsAs(Bone other) {
    return equals(other) || from.equals(other.to) && to.equals(other.from);
  }
}
