package org.diorama.dataset;

import java.util.SortedMap;

/**
 * What {@code finish} found.
 *
 * @param frames committed
 * @param failed recorded as failed
 * @param images written images: frames × cameras
 * @param annotations by category name, in the order of the names; categories without any count 0
 * @param splits frames by split; empty where nothing is split
 * @param groups of objects: how many instances found a place, by the group's name
 * @param targets how often met, by the group's name, a dot and the target's
 * @param preview the contact sheet
 * @param instances the file that a loader is told of first, COCO's file of instances unless only
 *     other formats were asked for; where there is one a block or split, the first
 */
public record FinishReport(
    long frames,
    long failed,
    long images,
    SortedMap<String, Long> annotations,
    SortedMap<String, Long> splits,
    SortedMap<String, GroupCount> groups,
    SortedMap<String, TargetCount> targets,
    String preview,
    String instances) {}
