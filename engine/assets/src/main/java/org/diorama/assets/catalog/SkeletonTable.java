package org.diorama.assets.catalog;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.scene.Bone;

/**
 * Order and bones of named points by class of models. The table is tab-separated: class, points,
 * bones; points are separated by spaces, as are bones, whose ends are joined by a hyphen.
 */
public final class SkeletonTable {
  private static final int COLUMNS = 3;

  private final Map<String, Skeleton> skeletons = new HashMap<>();

  /**
   * @param table closed here
   */
  SkeletonTable(InputStream table) {
    for (List<String> cells : Table.rows(table, "skeleton table", COLUMNS)) {
      List<Bone> bones = Arrays.stream(cells.get(2).split(" ")).map(SkeletonTable::bone).toList();
      skeletons.put(cells.get(0), new Skeleton(Arrays.asList(cells.get(1).split(" ")), bones));
    }
  }

  /** The table that ships. */
  public static SkeletonTable shipped() {
    return new SkeletonTable(
        SkeletonTable.class.getResourceAsStream("/org/diorama/assets/skeletons.tsv"));
  }

  private static Bone bone(String text) {
    String[] ends = text.split("-");
    return new Bone(ends[0], ends[1]);
  }

  /** None for a class that it lacks. */
  public Skeleton of(String category) {
    return skeletons.getOrDefault(category, Skeleton.NONE);
  }
}
