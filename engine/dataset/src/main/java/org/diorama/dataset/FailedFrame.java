package org.diorama.dataset;

/**
 * A frame that could not be made; its number stays a gap.
 *
 * @param cause one line; must not vary from run to run or machine to machine
 */
public record FailedFrame(long frame, String cause) {}
