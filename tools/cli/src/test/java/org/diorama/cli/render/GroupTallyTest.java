package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.diorama.core.sample.GroupVerdict;
import org.junit.jupiter.api.Test;

class GroupTallyTest {
  @Test
  void onlyGroupsThatFellShortAreReported() {
    GroupTally tally = new GroupTally();
    assertEquals(List.of(), tally.shortfalls());
    tally.add(List.of(new GroupVerdict("plates", 2, 2), new GroupVerdict("cups", 5, 3)));
    tally.add(List.of(new GroupVerdict("plates", 1, 1), new GroupVerdict("cups", 4, 4)));
    assertEquals(List.of("group 'cups': 7 of 9 instances found a place"), tally.shortfalls());
  }
}
