package org.diorama.dataset;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * What {@code finish} found.
 *
 * @param frames committed
 * @param failed recorded as failed
 * @param images written images: frames × cameras
 * @param annotations by category name, in the order of the names; categories without any count 0
 * @param preview the contact sheet
 */
public record FinishReport(
    long frames, long failed, long images, SortedMap<String, Long> annotations, Path preview) {}
