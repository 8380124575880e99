package org.diorama.dataset;

import java.util.SortedMap;

/**
 * What {@code finish} found.
 *
 * @param frames committed
 * @param failed recorded as failed
 * @param images written images: frames × cameras
 * @param annotations by category name, in the order of the names; categories without any count 0
 * @param preview the contact sheet
 * @param instances COCO's file of instances; where there is one a block, the first
 */
public record FinishReport(
    long frames,
    long failed,
    long images,
    SortedMap<String, Long> annotations,
    String preview,
    String instances) {}
