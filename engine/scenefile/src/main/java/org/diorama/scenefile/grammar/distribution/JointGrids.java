package org.diorama.scenefile.grammar.distribution;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diorama.core.scene.Scope;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.grammar.kind.Reading;

/**
 * Grids that visit all combinations of their cells together. The first of them by path changes
 * fastest. How far a grid strides depends on all others, so a scene that has any is read twice: to
 * count them, and with their strides.
 */
public final class JointGrids {
  private static final long MOST_COMBINATIONS = 1_000_000_000;

  private final Map<String, SortedMap<String, Member>> byName = new TreeMap<>();
  private final NavigableMap<String, Member> byPath = new TreeMap<>();
  private final Map<String, Map<String, Long>> strides = new HashMap<>();
  private final Optional<JointGrids> counted;

  private static final class Member {
    private final int cells;
    private final Location location;
    private Optional<Scope> scope = Optional.empty();

    Member(int cells, Location location) {
      this.cells = cells;
      this.location = location;
    }
  }

  private JointGrids() {
    this.counted = Optional.empty();
  }

  private JointGrids(JointGrids counted) {
    this.counted = Optional.of(counted);
  }

  /** Those of a reading. */
  public static JointGrids of(Reading reading) {
    return reading.gathered(JointGrids.class, JointGrids::new);
  }

  /** Makes a reading the second, after one that counted the grids of each joint. */
  public static void count(Reading first, Reading second) {
    second.gather(JointGrids.class, new JointGrids(of(first)));
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /**
   * Notes a grid.
   *
   * @param path of the grid
   * @return combinations of the grids that change faster; 1 in a first reading
   */
  long stride(String name, String path, int cells, Location location) {
    Member member = byPath.computeIfAbsent(path, absent -> new Member(cells, location));
    byName.computeIfAbsent(name, absent -> new TreeMap<>()).put(path, member);
    return counted.map(first -> first.before(name, path)).orElse(1L);
  }

  /** Notes how often the grids below a parameter's path are drawn. */
  void drawn(String path, Scope scope) {
    byPath.subMap(path + ".", path + "/").values().forEach(each -> each.scope = Optional.of(scope));
  }

  /** Reports grids that can't be joined. */
  public void check(Reading reading) {
    byName.forEach((name, members) -> check(name, members, reading));
  }

  private static void check(String name, SortedMap<String, Member> members, Reading reading) {
    Optional<Scope> scope = members.get(members.firstKey()).scope;
    long combinations = 1;
    for (Map.Entry<String, Member> entry : members.entrySet()) {
      Member member = entry.getValue();
      combinations = Math.min(MOST_COMBINATIONS + 1, combinations * member.cells);
      if (!member.scope.equals(scope)) {
        reading.problem(
            member.location,
            entry.getKey(),
            "grids of " + name + " are drawn per " + word(scope) + " and per " + word(member.scope),
            "Write the same per at each.");
      }
      if (combinations > MOST_COMBINATIONS) {
        reading.problem(
            member.location,
            entry.getKey(),
            "the grids of " + name + " have more than " + MOST_COMBINATIONS + " combinations",
            "Use fewer cells.");
        return;
      }
    }
  }

  private static String word(Optional<Scope> scope) {
    return scope.map(ParameterKind::word).orElse("nothing");
  }

  private long before(String name, String path) {
    return strides.computeIfAbsent(name, this::strides).getOrDefault(path, 1L);
  }

  private Map<String, Long> strides(String name) {
    Map<String, Long> byMember = new HashMap<>();
    long product = 1;
    for (Map.Entry<String, Member> member : byName.getOrDefault(name, new TreeMap<>()).entrySet()) {
      byMember.put(member.getKey(), product);
      product = Math.min(MOST_COMBINATIONS, product * member.getValue().cells);
    }
    return byMember;
  }
}
