package org.diorama.scenefile.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree from parser events, within limits, without recursion. */
final class TreeBuilder {
  static final int MAX_DEPTH = 32;
  static final int MAX_NODES = 100_000;

  private static final String DIRECTION_MARKS =
      "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

  private final String source;
  private final Problems problems;
  private final long earlierProblems;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private YamlNode root;
  private boolean documentSeen;
  private boolean stopped;
  private long nodes;

  TreeBuilder(String source, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.earlierProblems = problems.size();
  }

  /** The document; empty where nothing was written or reading had to stop. */
  Optional<YamlNode> result() {
    if (root == null && problems.size() == earlierProblems) {
      problems.add(
          new Location(source, 1, 1),
          "",
          "the file is empty",
          "Write a scene: version, name, camera, objects.");
    }
    return stopped ? Optional.empty() : Optional.ofNullable(root);
  }

  /**
   * @return whether to go on
   */
  boolean accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> {
        if (documentSeen) {
          return stop(event, "a second document starts here", "Keep one scene in a file.");
        }
        documentSeen = true;
      }
      case Scalar, SequenceStart, MappingStart, Alias -> {
        return acceptNode((NodeEvent) event);
      }
      case SequenceEnd, MappingEnd -> close();
      default -> {
        // Stream and document ends carry nothing.
      }
    }
    return true;
  }

  private boolean acceptNode(NodeEvent event) {
    if (event instanceof AliasEvent alias) {
      return acceptAlias(alias);
    }
    if (++nodes > MAX_NODES) {
      return stop(event, "more than " + MAX_NODES + " values", "Is it a scene file?");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(event, scalar.getTag());
      refuseUnseen(event, scalar.getValue());
      YamlNode node = new YamlNode.Scalar(place(event), scalar.getValue(), scalar.isPlain());
      anchor(event, new Anchored(node, 1));
      attach(node);
      return true;
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    refuseTag(event, start.getTag());
    if (open.size() == MAX_DEPTH) {
      return stop(event, "nested deeper than " + MAX_DEPTH + " levels", "Is it a scene file?");
    }
    if (open.peek() != null && open.peek().awaitsKey()) {
      return stop(event, "a key must be a word", "Write key: value.");
    }
    // Until it is closed an anchor stands for nothing: an alias inside would contain itself.
    anchor(event, null);
    open.push(
        new Open(
            event.getAnchor(),
            place(event),
            event.getEventId() == Event.ID.MappingStart,
            new ArrayList<>(),
            nodes));
    return true;
  }

  private boolean acceptAlias(AliasEvent event) {
    Anchor name = event.getAlias();
    Anchored target = anchors.get(name);
    if (target == null) {
      return stop(
          event,
          anchors.containsKey(name)
              ? "alias *" + name + " stands inside its own anchor"
              : "alias *" + name + " has no anchor before it",
          "Write the value itself.");
    }
    nodes += target.nodes();
    if (nodes > MAX_NODES) {
      return stop(
          event, "aliases expand to more than " + MAX_NODES + " values", "Is it a scene file?");
    }
    if (depth(target.node()) + open.size() > MAX_DEPTH) {
      return stop(event, "nested deeper than " + MAX_DEPTH + " levels", "Is it a scene file?");
    }
    if (open.peek() != null && open.peek().awaitsKey()) {
      return stop(event, "a key must be a word", "Write key: value.");
    }
    attach(target.node());
    return true;
  }

  private void close() {
    Open closed = open.pop();
    long size = nodes - closed.nodesBefore() + 1;
    YamlNode node = closed.mapping() ? mapping(closed) : sequence(closed);
    closed.anchor().ifPresent(name -> anchors.put(name, new Anchored(node, size)));
    attach(node);
  }

  private void attach(YamlNode node) {
    if (open.isEmpty()) {
      root = node;
    } else {
      open.peek().children().add(node);
    }
  }

  private YamlNode sequence(Open closed) {
    return new YamlNode.Sequence(closed.location(), closed.children());
  }

  private YamlNode mapping(Open closed) {
    Map<String, Location> seen = new HashMap<>();
    List<YamlNode.Entry> entries = new ArrayList<>();
    List<YamlNode> children = closed.children();
    for (int i = 0; i < children.size(); i += 2) {
      YamlNode.Scalar key = (YamlNode.Scalar) children.get(i);
      Location earlier = seen.putIfAbsent(key.text(), key.location());
      if (earlier != null) {
        problems.add(
            key.location(),
            "",
            "duplicate key " + key.text() + ", first written at " + earlier,
            "Keep one of them.");
      } else if (key.plain() && key.text().equals("<<")) {
        problems.add(
            key.location(), "", "merge keys (<<) are not supported", "Write the keys out.");
      } else {
        entries.add(new YamlNode.Entry(key.location(), key.text(), children.get(i + 1)));
      }
    }
    return new YamlNode.Mapping(closed.location(), entries);
  }

  private void refuseTag(NodeEvent event, Optional<String> tag) {
    if (tag.isPresent()) {
      problems.add(place(event), "", "tag " + tag.get() + " is not supported", "Remove the tag.");
    }
  }

  /** Texts are names and words: what can't be seen in them is there to deceive. */
  private void refuseUnseen(NodeEvent event, String text) {
    text.codePoints()
        .filter(TreeBuilder::unseen)
        .findFirst()
        .ifPresent(
            point ->
                problems.add(
                    place(event),
                    "",
                    String.format(Locale.ROOT, "character U+%04X is not allowed here", point),
                    "Remove it."));
  }

  /** Controls but for tabs and line ends, line separators, marks of direction, lone surrogates. */
  static boolean unseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t' && point != '\n';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      case Character.FORMAT -> DIRECTION_MARKS.indexOf(point) >= 0;
      default -> false;
    };
  }

  private void anchor(NodeEvent event, Anchored value) {
    event.getAnchor().ifPresent(name -> anchors.put(name, value));
  }

  private boolean stop(Event event, String problem, String advice) {
    stopped = true;
    problems.add(place(event), "", problem, advice);
    return false;
  }

  private Location place(Event event) {
    return event
        .getStartMark()
        .map(mark -> YamlTreeReader.location(source, mark))
        .orElse(Location.of(source));
  }

  /** Levels of collections, 0 for a scalar. Trees are at most {@link #MAX_DEPTH} deep. */
  private static int depth(YamlNode node) {
    int deepest = 0;
    if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        deepest = Math.max(deepest, depth(item));
      }
      return deepest + 1;
    }
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        deepest = Math.max(deepest, depth(entry.value()));
      }
      return deepest + 1;
    }
    return 0;
  }

  /** What an anchor stands for; {@code nodes} counts its values, aliases expanded. */
  private record Anchored(YamlNode node, long nodes) {}

  /** A collection whose end has not come; a mapping's children are keys and values in turn. */
  private record Open(
      Optional<Anchor> anchor,
      Location location,
      boolean mapping,
      List<YamlNode> children,
      long nodesBefore) {
    boolean awaitsKey() {
      return mapping && children.size() % 2 == 0;
    }
  }
}
