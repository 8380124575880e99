package org.diorama.core.label.box;

import java.util.OptionalDouble;

/**
 * How far away an instance is, and how large it appears.
 *
 * @param distance from the camera to the center of its 3D box, meters
 * @param nearest from the camera to the nearest point of it that a pixel's center shows, meters;
 *     absent where none does
 * @param pixels the longer side of its full box: its size in the image, whatever hides or cuts it;
 *     absent where nothing of it lies in front of the camera
 */
public record ObjectExtent(double distance, OptionalDouble nearest, OptionalDouble pixels) {}
