package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.junit.jupiter.api.Test;

class FrozenLampsTest {
  @Test
  void aLampThatIsAloneKeepsItsName() {
    assertEquals(List.of("sun", "lantern"), names("sun 0", "lantern 3"));
  }

  @Test
  void ofSeveralTheNumberOfTheCarrierFollows() {
    assertEquals(List.of("beam_0", "beam_2", "desk"), names("beam 0", "beam 2", "desk 0"));
  }

  @Test
  void noNameIsGivenTwice() {
    assertEquals(
        List.of("beam__0", "beam_1", "beam_0", "beam__0_0", "beam__0_1"),
        names("beam 0", "beam 1", "beam_0 0", "beam__0 0", "beam__0 1"));
    assertEquals(List.of("a__1", "a_2", "a_1"), names("a 1", "a 2", "a_1 0"));
  }

  private static List<String> names(String... lamps) {
    return FrozenLamps.names(
        Stream.of(lamps).map(each -> each.split(" ")).map(FrozenLampsTest::lamp).toList());
  }

  private static SampledLamp lamp(String[] nameAndIndex) {
    return new SampledLamp(
        nameAndIndex[0],
        Integer.parseInt(nameAndIndex[1]),
        new LampShape.Point(0.1),
        MotionStates.still(Affine3.IDENTITY),
        new LinearColor(1, 1, 1),
        false);
  }
}
