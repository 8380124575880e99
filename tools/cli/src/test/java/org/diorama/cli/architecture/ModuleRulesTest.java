package org.diorama.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diorama.core.sample.ImpureSampling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ModuleRulesTest {
  private static final List<ModuleRules> MODULES = ModuleRules.ALL;
  private static JavaClasses main;

  @BeforeAll
  static void read() {
    main = ProjectClasses.main();
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void usesOnlyWhatItMay(ModuleRules module) {
    module.rule().allowEmptyShould(true).check(main);
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void hasNoCycleOfPackages(ModuleRules module) {
    module.noCycles().allowEmptyShould(true).check(main);
  }

  @Test
  void everyModuleHasItsRule() {
    var seen =
        main.stream()
            .map(type -> type.getPackageName().split("\\.")[2])
            .collect(Collectors.toCollection(TreeSet::new));
    var stated = MODULES.stream().map(ModuleRules::name).toList();
    seen.removeAll(stated);
    assertEquals(List.of(), List.copyOf(seen), "packages under org.diorama without a rule");
  }

  @Test
  void anEdgeThatIsNotAllowedIsNamed() {
    ModuleRules core = MODULES.get(0);
    EvaluationResult result = core.rule().evaluate(ProjectClasses.broken(ImpureSampling.class));
    String report = result.getFailureReport().toString();
    assertTrue(report.contains("ImpureSampling.edge()"), report);
    assertTrue(report.contains("picocli.CommandLine"), report);
  }
}
