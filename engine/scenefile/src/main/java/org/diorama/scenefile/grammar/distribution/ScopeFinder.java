package org.diorama.scenefile.grammar.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.yaml.YamlNode;

/**
 * How often a parameter is drawn: as {@code per} says, or as is natural, but at least as often as
 * what it refers to.
 */
final class ScopeFinder {
  private final ParameterKind<?> kind;
  private final Scope natural;
  private final Optional<Scope> written;

  ScopeFinder(ParameterKind<?> kind, Scope natural, Optional<Scope> written) {
    this.kind = kind;
    this.natural = natural;
    this.written = written;
  }

  Optional<Scope> find(Distribution<?> distribution, YamlNode node, String path, Reading reading) {
    if (written.isEmpty() && distribution instanceof Distribution.Reference<?> reference) {
      return fits(reference.parameter(), node, path, reading)
          ? Optional.of(reference.parameter().scope())
          : Optional.empty();
    }
    Scope scope = written.orElse(natural);
    for (Parameter<?> reference : references(distribution)) {
      if (isAtLeastAsOftenAs(scope, reference.scope())) {
        continue;
      }
      if (!fits(reference, node, path, reading)) {
        return Optional.empty();
      }
      if (written.isPresent() || !isAtLeastAsOftenAs(reference.scope(), scope)) {
        reading.problem(
            node.location(),
            path,
            name(reference)
                + " is drawn per "
                + ParameterKind.word(reference.scope())
                + ", this value per "
                + ParameterKind.word(scope),
            "Write the same per at both, or draw " + name(reference) + " less often.");
        return Optional.empty();
      }
      scope = reference.scope();
    }
    return Optional.of(scope);
  }

  private boolean fits(Parameter<?> reference, YamlNode node, String path, Reading reading) {
    boolean constant = reference.isConstant();
    if (constant || kind.scopes().contains(reference.scope())) {
      return true;
    }
    List<String> words = kind.scopes().stream().map(ParameterKind::word).toList();
    reading.problem(
        node.location(),
        path,
        name(reference)
            + " is drawn per "
            + ParameterKind.word(reference.scope())
            + ", which has no meaning here",
        "Refer to a value drawn per " + String.join(", ", words) + ".");
    return false;
  }

  /** Whether the first changes wherever the second does. */
  private static boolean isAtLeastAsOftenAs(Scope one, Scope other) {
    return switch (other) {
      case DATASET -> true;
      case SEQUENCE -> one != Scope.DATASET;
      case PARENT -> one == Scope.PARENT || one == Scope.INSTANCE;
      case FRAME, INSTANCE -> one == other;
    };
  }

  private static List<Parameter<?>> references(Distribution<?> distribution) {
    List<Parameter<?>> references = new ArrayList<>();
    if (distribution instanceof Distribution.Reference<?> reference) {
      references.add(reference.parameter());
    }
    distribution.parts().forEach(part -> references.addAll(references(part)));
    return references;
  }

  private static String name(Parameter<?> reference) {
    return Definitions.shortName(reference.path().toString());
  }
}
