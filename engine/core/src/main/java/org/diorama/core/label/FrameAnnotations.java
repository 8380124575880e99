package org.diorama.core.label;

import java.util.List;

/** Labels of a frame, one entry for each camera in the frame's order. */
public record FrameAnnotations(List<ViewAnnotations> views) {
  public FrameAnnotations {
    views = List.copyOf(views);
  }
}
