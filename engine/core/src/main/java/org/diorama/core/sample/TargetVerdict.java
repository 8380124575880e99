package org.diorama.core.sample;

/**
 * How a target of one instance came out while sampling.
 *
 * @param group name of the instance's group
 * @param instanceId in the frame
 * @param camera name of the one that looks; empty for the only, unnamed camera
 * @param wanted the drawn value
 * @param reached measured by the sampler
 * @param cause why it was not met; empty where it was
 */
public record TargetVerdict(
    String group,
    int instanceId,
    String camera,
    TargetKind target,
    double wanted,
    double reached,
    String cause) {
  public boolean met() {
    return cause.isEmpty();
  }
}
