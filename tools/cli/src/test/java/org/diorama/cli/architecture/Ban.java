package org.diorama.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that sampling must not call.
 *
 * @param name a short name; the method of the same name in {@code ImpureSampling} breaks the ban
 * @param reason why, printed with each violation
 * @param matches whether a call is meant
 */
record Ban(String name, String reason, Predicate<Call> matches) {

  /**
   * What code calls, or refers to as {@code Type::method}.
   *
   * @param type the full name of the class that has the method
   * @param method its name, {@code <init>} for a constructor
   * @param parameters the full names of its parameters' types
   */
  record Call(String type, String method, List<String> parameters) {
    static Call of(JavaAccess<?> access) {
      List<String> parameters =
          access instanceof JavaCodeUnitAccess<?> unit
              ? unit.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList()
              : List.of();
      return new Call(access.getTargetOwner().getFullName(), access.getName(), parameters);
    }

    boolean takes(String parameter) {
      return parameters.contains(parameter);
    }
  }

  /** What decides a frame: draws and records are the same bytes on every machine. */
  private static final String[] SAMPLING = {
    "org.diorama.core.math..",
    "org.diorama.core.random..",
    "org.diorama.core.scene..",
    "org.diorama.core.sample..",
    "org.diorama.core.asset..",
    "org.diorama.core.bvh..",
    "org.diorama.core.geometry..",
    "org.diorama.core.physics..",
    "org.diorama.core.collision..",
    "org.diorama.core.support..",
    "org.diorama.core.ephemeris..",
    "org.diorama.core.sky.air..",
    "org.diorama.core.sky.image..",
    "org.diorama.procedural..",
    // Not the package below it, which unpacks native code.
    "org.diorama.physics",
  };

  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static final Set<String> HASHED =
      Set.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.concurrent.ConcurrentHashMap");

  static final List<Ban> ALL =
      List.of(
          new Ban(
              "inexactMath",
              "Math's result may differ in the last bit between processors; StrictMath's may not",
              call -> call.type().equals("java.lang.Math") && INEXACT.contains(call.method())),
          new Ban(
              "jomlAngles",
              "JOML turns angles with Math; core.math.Rotations does it with StrictMath",
              call ->
                  call.type().equals("org.joml.Math")
                      || call.type().startsWith("org.joml.")
                          && call.method()
                              .matches(
                                  "(?i).*(rotat|angle|euler|perspective|slerp|arc|sin|cos|tan).*")),
          new Ban(
              "clock",
              "a frame is the same tomorrow",
              call ->
                  call.type().equals("java.lang.System")
                          && call.method().matches("currentTimeMillis|nanoTime")
                      || call.type().startsWith("java.time.") && call.method().equals("now")
                      || call.type().equals("java.util.Date")),
          new Ban(
              "sharedRandom",
              "a draw is a function of seed, frame and path, never of a shared sequence",
              call ->
                  call.type().equals("java.lang.Math") && call.method().equals("random")
                      || call.type().equals("java.util.UUID") && call.method().equals("randomUUID")
                      || call.type().equals("java.util.Collections")
                          && call.method().equals("shuffle")
                      || call.type().matches("java\\.(util|security)\\.(\\w+\\.)?\\w*Random")),
          new Ban(
              "parallel",
              "a parallel reduction adds in an order of its own, and rounding depends on it",
              call ->
                  call.method().equals("parallelStream")
                      || call.type().startsWith("java.util.stream.")
                          && call.method().equals("parallel")
                      || call.type().equals("java.util.Arrays")
                          && call.method().startsWith("parallel")),
          new Ban(
              "hashOrder",
              "the order of a hash table, and of Map.of and Set.of, changes from run to run",
              call ->
                  HASHED.contains(call.type())
                      || call.type().matches("java\\.util\\.(Map|Set)")
                          && call.method().matches("of|ofEntries|copyOf")
                      || call.type().equals("java.util.stream.Collectors")
                          && call.method()
                              .matches("to(Unmodifiable)?(Map|Set)|groupingBy.*|toConcurrent.*")
                      || call.type().equals("java.lang.System")
                          && call.method().equals("identityHashCode")),
          new Ban(
              "locale",
              "a number's text must not depend on the user's language; name Locale.ROOT",
              call ->
                  call.type().equals("java.util.Locale") && call.method().equals("getDefault")
                      || call.type().equals("java.lang.String")
                          && (call.method().equals("formatted")
                              || call.method().matches("format|toLowerCase|toUpperCase")
                                  && !call.takes("java.util.Locale"))),
          new Ban(
              "environment",
              "what a person didn't write in the scene must not change the frame",
              call ->
                  call.type().equals("java.lang.System")
                          && call.method().matches("getenv|getProperty|getProperties")
                      || call.type().matches("java\\.lang\\.(Integer|Long|Boolean)")
                          && call.method().matches("getInteger|getLong|getBoolean")
                      || call.type().equals("java.lang.Runtime")
                          && call.method().equals("availableProcessors")),
          new Ban(
              "files",
              "sampling sees assets through AssetFacts only",
              call ->
                  call.type().matches("java\\.nio\\.file\\.(Files|Path|Paths)")
                      || call.type().matches("java\\.io\\.(File|Random).*")));

  ArchRule rule() {
    DescribedPredicate<JavaAccess<?>> banned =
        DescribedPredicate.describe(
            "target is banned as " + name, access -> matches.test(Call.of(access)));
    return noClasses()
        .that()
        .resideInAnyPackage(SAMPLING)
        .should()
        .accessTargetWhere(banned)
        .because(reason);
  }

  @Override
  public String toString() {
    return name;
  }
}
