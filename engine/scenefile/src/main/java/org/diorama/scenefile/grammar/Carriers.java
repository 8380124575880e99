package org.diorama.scenefile.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which objects stand on or in which, and which of them so stand on themselves: those of a strongly
 * connected part, found in time linear in the number of objects by two walks (Sharir, "A
 * strong-connectivity algorithm and its applications in data flow analysis", 1981).
 */
final class Carriers {
  private final Map<String, Set<String>> carriers = new LinkedHashMap<>();
  private final Map<String, Set<String>> carried = new LinkedHashMap<>();
  private final Map<String, String> circles = new HashMap<>();

  /** Notes that an object of the scene stands on or in another. */
  void add(String object, String carrier) {
    carriers.computeIfAbsent(object, absent -> new LinkedHashSet<>()).add(carrier);
    carried.computeIfAbsent(carrier, absent -> new LinkedHashSet<>()).add(object);
  }

  /** Finds the circles, once all are noted. */
  void close() {
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    carriers.keySet().forEach(object -> walk(object, carriers, seen, order));
    Set<String> placed = new HashSet<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      String root = order.get(i);
      List<String> circle = new ArrayList<>();
      walk(root, carried, placed, circle);
      circle.forEach(object -> circles.put(object, root));
    }
  }

  /** Adds an object, and what it leads to, when all that it leads to was added. */
  private static void walk(
      String start, Map<String, Set<String>> ways, Set<String> seen, List<String> done) {
    if (!seen.add(start)) {
      return;
    }
    Deque<String> open = new ArrayDeque<>(List.of(start));
    Deque<Iterator<String>> rest = new ArrayDeque<>();
    rest.push(ways.getOrDefault(start, Set.of()).iterator());
    while (!open.isEmpty()) {
      if (!rest.peek().hasNext()) {
        rest.pop();
        done.add(open.pop());
        continue;
      }
      String next = rest.peek().next();
      if (seen.add(next)) {
        open.push(next);
        rest.push(ways.getOrDefault(next, Set.of()).iterator());
      }
    }
  }

  /** Whether by way of a carrier an object stands on or in itself. */
  boolean isCircle(String object, String carrier) {
    return circles.containsKey(object)
        && circles.get(object).equals(circles.getOrDefault(carrier, ""));
  }

  /** The objects of the shortest way from an object by a carrier of its circle back to itself. */
  List<String> way(String object, String carrier) {
    Map<String, String> before = new HashMap<>();
    Deque<String> front = new ArrayDeque<>(List.of(carrier));
    before.put(carrier, object);
    while (!before.containsKey(object)) {
      String here = front.remove();
      for (String next : carriers.getOrDefault(here, Set.of())) {
        if (isCircle(object, next) && before.putIfAbsent(next, here) == null) {
          front.add(next);
        }
      }
    }
    List<String> way = new ArrayList<>();
    for (String here = before.get(object); !here.equals(object); here = before.get(here)) {
      way.add(0, here);
    }
    way.add(0, object);
    return way;
  }
}
