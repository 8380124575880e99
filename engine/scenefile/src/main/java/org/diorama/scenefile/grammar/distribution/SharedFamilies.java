package org.diorama.scenefile.grammar.distribution;

import java.util.List;
import org.diorama.core.scene.Distribution;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.Kind;
import org.diorama.scenefile.grammar.kind.ListKind;
import org.diorama.scenefile.grammar.kind.TextKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Ways to write a distribution of any type of value. */
public final class SharedFamilies {
  /** The grids of one name visit all combinations together. */
  public static final Key<String> JOINT =
      Key.optional(
              "joint",
              new TextKind("a name", TextKind.STEP),
              "Grids of the same name visit every combination of their cells.")
          .example("views");

  private SharedFamilies() {}

  static <T> Family<T> choice(ParameterKind<T> kind, String example) {
    return Family.of(
        "choice",
        example,
        "one of a list, all equally likely, or of a map from value to weight; an item of a list may"
            + " be a distribution itself",
        (node, path, reading) -> ChoiceReader.read(kind, node, path, reading),
        schema -> ChoiceReader.schema(kind, schema));
  }

  static <T> Family<T> sequence(ParameterKind<T> kind, String example) {
    Kind<List<Distribution<T>>> values = items(kind);
    return Family.of(
        "sequence",
        example,
        "the values of a list in turn: by the number of the sequence or frame, or of the instance"
            + " in its group",
        (node, path, reading) -> values.read(node, path, reading).map(Distribution.Cycle::new),
        values::schema);
  }

  static final String GRID =
      "cells in turn, each as often as the others; grids with the same `joint` visit every"
          + " combination";

  static <T> Family<T> grid(ParameterKind<T> kind, String example) {
    Kind<Distribution<T>> listed = new ListedGridKind<>(kind);
    return Family.of("grid", example, GRID, listed::read, listed::schema);
  }

  static <T> Kind<List<Distribution<T>>> items(ParameterKind<T> kind) {
    return new ListKind<>("values or distributions", new DistributionKind<>(kind), 1);
  }

  /** How many combinations of faster grids a cell of this map's grid stands for. */
  static long stride(Values map, int cells) {
    return map.find(JOINT)
        .map(
            name ->
                JointGrids.of(map.reading())
                    .stride(name, map.path(), cells, map.reading().location(map.path())))
        .orElse(1L);
  }
}
