package org.diorama.scenefile.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diorama.core.math.DecimalText;
import org.diorama.core.scene.SplitDescription;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeySchema;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Reading;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Shown;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.yaml.YamlNode;

/** {@code split}: a map from the names of parts to their shares, and what stays together. */
final class SplitKind implements Kind<SplitDescription> {
  private static final double ROUNDING = 1e-9;
  private static final NumberKind SHARE = new NumberKind(new NumberRange(0, 1), "");

  static final Key<SplitDescription.Unit> BY =
      Key.withDefault(
              "by",
              OneOfKind.constants(SplitDescription.Unit.class),
              "frame",
              "What the parts divide. frame and sequence mean the same: the frames of a"
                  + " sequence, twins and the cameras of a rig always stay together, and a still"
                  + " frame is a sequence of one. asset also holds assets out: an asset that some"
                  + " object shows under a label is in the frames of one part only, whatever object"
                  + " shows it, except for groups of one primitive.")
          .example("asset");

  @Override
  public String expected() {
    return "a map from names to shares that sum to 1";
  }

  @Override
  public List<Key<?>> keys() {
    return List.of(BY);
  }

  /** Shares that sum to 1 are one value. */
  @Override
  public boolean merges() {
    return false;
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    return Schema.of(
        "type",
        "object",
        "properties",
        Schema.of(BY.name(), KeySchema.of(BY, schema)),
        "propertyNames",
        Schema.of("pattern", "^" + TextKind.FILE_NAME + "$"),
        "additionalProperties",
        SHARE.schema(schema),
        "minProperties",
        1);
  }

  @Override
  public Optional<SplitDescription> read(YamlNode node, String path, Reading reading) {
    if (!(node instanceof YamlNode.Mapping map)) {
      reading.wrongType(node, path, this);
      return Optional.empty();
    }
    Optional<SplitDescription.Unit> unit = Optional.of(SplitDescription.Unit.FRAME);
    List<SplitDescription.Share> shares = new ArrayList<>();
    boolean complete = true;
    Set<String> names = new TreeSet<>();
    for (YamlNode.Entry entry : map.entries()) {
      String at = MapKind.join(path, entry.key());
      reading.locate(at, entry.value().location());
      if (entry.key().equals(BY.name())) {
        unit = BY.kind().read(entry.value(), at, reading);
      } else {
        Optional<SplitDescription.Share> share = share(entry, path, names, reading);
        share.ifPresent(shares::add);
        complete &= share.isPresent();
      }
    }
    if (!complete || unit.isEmpty()) {
      return Optional.empty();
    }
    reading.resolve(MapKind.join(path, BY.name()), unit.get().name().toLowerCase(Locale.ROOT));
    // Their order decides which part a draw means.
    reading.resolve(
        path, shares.stream().map(SplitDescription.Share::name).collect(Collectors.joining(", ")));
    return sumsToOne(shares, node, path, reading)
        ? Optional.of(new SplitDescription(shares, unit.get()))
        : Optional.empty();
  }

  private static Optional<SplitDescription.Share> share(
      YamlNode.Entry entry, String path, Set<String> names, Reading reading) {
    String name = entry.key();
    if (!TextKind.FILE_NAME.matcher(name).matches()) {
      reading.problem(
          entry.location(),
          path,
          "\"" + Shown.text(name) + "\" cannot be the name of a part",
          "Write letters, digits, dots, dashes and underscores: files are named after it.");
      return Optional.empty();
    }
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      reading.problem(
          entry.location(),
          path,
          name + " differs from another part in capitals alone",
          "Give it another name: files are named after it.");
      return Optional.empty();
    }
    String at = MapKind.join(path, name);
    Optional<Double> share = SHARE.read(entry.value(), at, reading);
    if (share.isPresent() && share.get() == 0) {
      reading.problem(entry.value(), at, "a part without share", SHARE);
      return Optional.empty();
    }
    return share.map(fraction -> new SplitDescription.Share(name, fraction));
  }

  private static boolean sumsToOne(
      List<SplitDescription.Share> shares, YamlNode node, String path, Reading reading) {
    double sum = shares.stream().mapToDouble(SplitDescription.Share::fraction).sum();
    if (Math.abs(sum - 1) > ROUNDING) {
      reading.problem(
          node.location(),
          path,
          shares.isEmpty() ? "no part is named" : "the shares sum to " + DecimalText.of(sum),
          "Write shares that sum to 1, such as {train: 0.9, val: 0.1}.");
      return false;
    }
    return true;
  }
}
