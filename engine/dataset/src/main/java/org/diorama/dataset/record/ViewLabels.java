package org.diorama.dataset.record;

import java.util.List;

/**
 * Labels of one image.
 *
 * @param camera empty for the only, unnamed one
 * @param instances every instance of the frame, by rising id, dropped ones too
 * @param stuff by rising category id
 */
public record ViewLabels(String camera, List<InstanceLabel> instances, List<StuffLabel> stuff) {
  public ViewLabels {
    instances = List.copyOf(instances);
    stuff = List.copyOf(stuff);
  }

  /** Of an image without stuff. */
  public ViewLabels(String camera, List<InstanceLabel> instances) {
    this(camera, instances, List.of());
  }
}
