package org.diorama.core.sample;

/** How many instances a group asked for and how many found a place. */
public record GroupVerdict(String group, int wanted, int placed) {}
