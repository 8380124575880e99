package org.diorama.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diorama.core.sample.ImpureSampling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Hidden inputs are banned from what decides a frame. */
class DeterminismTest {
  private static final List<Ban> BANS = Ban.ALL;

  /** How many lines of its fixture each ban must catch. */
  private static final Map<String, Integer> CAUGHT =
      Map.of(
          "inexactMath", 3,
          "jomlAngles", 3,
          "clock", 3,
          "sharedRandom", 5,
          "parallel", 3,
          "hashOrder", 6,
          "locale", 4,
          "environment", 3,
          "files", 2);

  private static JavaClasses main;
  private static JavaClasses broken;

  @BeforeAll
  static void read() {
    main = ProjectClasses.main();
    broken = ProjectClasses.broken(ImpureSampling.class);
  }

  @ParameterizedTest
  @FieldSource("BANS")
  void samplingKeepsTheBan(Ban ban) {
    ban.rule().check(main);
  }

  /** Each ban catches each line of the method written to break it, and that method alone. */
  @ParameterizedTest
  @FieldSource("BANS")
  void theBanCatchesItsFixture(Ban ban) {
    List<String> details = ban.rule().evaluate(broken).getFailureReport().getDetails();
    var lines =
        details.stream()
            .map(detail -> detail.replaceAll("(?s).*ImpureSampling\\.java:(\\d+).*", "$1"))
            .distinct()
            .count();
    assertEquals(CAUGHT.get(ban.name()), (int) lines, String.join("\n", details));
    for (String detail : details) {
      assertTrue(detail.contains("ImpureSampling." + ban.name() + "("), detail);
    }
  }

  @Test
  void everyFixtureHasItsBan() {
    var methods =
        Arrays.stream(ImpureSampling.class.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .map(method -> method.getName())
            .filter(name -> !name.equals("edge"))
            .collect(Collectors.toCollection(TreeSet::new));
    var names = BANS.stream().map(Ban::name).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names, methods);
  }
}
