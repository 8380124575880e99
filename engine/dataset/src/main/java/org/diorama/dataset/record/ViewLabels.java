package org.diorama.dataset.record;

import java.util.List;

/**
 * Labels of one image.
 *
 * @param camera empty for the only, unnamed one
 * @param instances every instance of the frame, by rising id, dropped ones too
 * @param stuff by rising category id
 * @param colors of each id that the instance image has, by rising id
 */
public record ViewLabels(
    String camera, List<InstanceLabel> instances, List<StuffLabel> stuff, List<ColorSum> colors) {
  public ViewLabels {
    instances = List.copyOf(instances);
    stuff = List.copyOf(stuff);
    colors = List.copyOf(colors);
  }

  /** Without colors. */
  public ViewLabels(String camera, List<InstanceLabel> instances, List<StuffLabel> stuff) {
    this(camera, instances, stuff, List.of());
  }

  /** Of an image without stuff. */
  public ViewLabels(String camera, List<InstanceLabel> instances) {
    this(camera, instances, List.of());
  }

  /** The same with what the color image has at each id's pixels. */
  public ViewLabels with(List<ColorSum> sums) {
    return new ViewLabels(camera, instances, stuff, sums);
  }
}
