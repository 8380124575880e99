package org.diorama.dataset;

import org.diorama.core.sample.GroupVerdict;

/**
 * How many instances of a group of objects found a place.
 *
 * @param wanted instances, over all frames
 * @param placed how many of them are there
 * @param framesShort frames in which not all were
 */
public record GroupCount(long wanted, long placed, long framesShort) {
  static GroupCount of(GroupVerdict verdict) {
    return new GroupCount(
        verdict.wanted(), verdict.placed(), verdict.placed() < verdict.wanted() ? 1 : 0);
  }

  GroupCount plus(GroupCount other) {
    return new GroupCount(
        wanted + other.wanted, placed + other.placed, framesShort + other.framesShort);
  }
}
