package org.diorama.dataset.record;

import java.util.List;

/**
 * Labels of one image.
 *
 * @param camera empty for the only, unnamed one
 * @param instances every instance of the frame, by rising id, dropped ones too
 */
public record ViewLabels(String camera, List<InstanceLabel> instances) {
  public ViewLabels {
    instances = List.copyOf(instances);
  }
}
