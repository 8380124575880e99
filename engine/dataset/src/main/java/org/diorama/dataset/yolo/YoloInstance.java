package org.diorama.dataset.yolo;

import java.util.List;
import org.diorama.core.geometry.ImageBox;

/**
 * What a line of a label file tells.
 *
 * @param imageWidth in pixels; likewise {@code imageHeight}
 * @param box within the image
 * @param mask at least one pixel, as COCO's compressed run lengths; empty where the task needs none
 * @param points as many as the data file says
 */
public record YoloInstance(
    int imageWidth, int imageHeight, ImageBox box, String mask, List<YoloPoint> points) {}
