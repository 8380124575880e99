package org.diorama.core.label;

/**
 * What hides a part of an instance.
 *
 * @param instanceId of what is seen there instead, labelled or not
 * @param pixels of the hidden one's silhouette inside the image where that is seen
 */
public record Occluder(int instanceId, int pixels) {}
