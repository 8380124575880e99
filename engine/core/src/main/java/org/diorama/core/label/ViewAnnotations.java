package org.diorama.core.label;

import java.util.List;

/** Labels of one view, one for each instance of the frame, by rising id. */
public record ViewAnnotations(String camera, List<InstanceAnnotation> instances) {
  public ViewAnnotations {
    instances = List.copyOf(instances);
  }
}
