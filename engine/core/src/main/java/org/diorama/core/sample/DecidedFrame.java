package org.diorama.core.sample;

import java.util.List;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SequenceDescription;

/**
 * A decided frame, and all that a scene without draws says to have it again.
 *
 * @param lighting with a constant for every draw
 * @param sequence of the frame alone
 * @param objects groups without parent in the order they are placed in
 * @param instances in the order of their ids
 */
public record DecidedFrame(
    SampledFrame frame,
    LightingDescription lighting,
    SequenceDescription sequence,
    List<ObjectDescription> objects,
    List<DecidedInstance> instances) {
  public DecidedFrame {
    objects = List.copyOf(objects);
    instances = List.copyOf(instances);
  }
}
