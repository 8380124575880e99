package org.diorama.core.label;

/**
 * What lies before a part of an instance.
 *
 * @param instanceId of what lies before it, labelled or not
 * @param pixels of the hidden one's silhouette inside the image where that is seen instead
 * @param before pixels of both silhouettes at which it lies before the other, be it that a third
 *     hides both; of what is no labelled thing, those where it is seen
 */
public record Occluder(int instanceId, int pixels, int before) {}
