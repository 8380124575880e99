package org.diorama.scenefile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scenes of up to a megabyte, each of which makes some step of the reading as long as its limits
 * let it be: whatever is looked up, compared, copied or reported once for each of many things.
 */
final class HostileTexts {
  private static final int BYTES = 1 << 20;
  private static final String OBJECT = "asset: {primitive: box}, label: none";

  private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();

  private HostileTexts() {
    problems();
    names();
    shares();
    shapes();
    factors();
  }

  /** By what they are made of. */
  static Map<String, Supplier<String>> all() {
    return new HostileTexts().texts;
  }

  private void problems() {
    add("unknown keys", () -> SceneText.MINIMAL + lines(49_000, i -> "k" + i + ": 1\n"));
    add("unknown keys of a hundred letters", () -> lines(9_000, i -> pad("k" + i) + ": 1\n"));
    add("nothing but keys", () -> lines(49_000, i -> "a" + i + ":\n"));
    add("duplicate keys", () -> SceneText.MINIMAL + "a: 1\n".repeat(49_000));
    add("duplicate long keys", () -> (pad("a") + ": 1\n").repeat(9_000));
    add("tags", () -> SceneText.MINIMAL + "x: [" + "!a b, ".repeat(90_000) + "]\n");
    add("marks of direction", () -> "x: [" + "\"\\u202e\", ".repeat(80_000) + "]\n");
    add(
        "numbers that are none",
        () -> sound("a: {" + OBJECT + ", yaw: {choice: [" + "x, ".repeat(90_000) + "]}}"));
    add("objects without anything", () -> sound(lines(49_000, i -> "o" + i + ": 1, ")));
    add("objects with unknown keys", () -> sound(lines(24_000, i -> "o" + i + ": {colour: 1}, ")));
    add(
        "objects of a wrong label",
        () ->
            "categories: {"
                + lines(6_000, i -> "c" + i + ": {id: " + (i + 1) + "}, ")
                + "}\n"
                + sound(
                    lines(
                        7_000, i -> "o" + i + ": {asset: {primitive: box}, label: d" + i + "}, ")));
    add(
        "objects with a label too many",
        () -> sound(lines(11_000, i -> "o" + i + ": {asset: {primitive: box}, label: d}, ")));
    add("keys of two lines", () -> "? ".repeat(90_000));
  }

  private void names() {
    add("copies of nothing", () -> sound(lines(24_000, i -> "o" + i + ": {like: p" + i + "}, ")));
    add(
        "copies of nothing by long names",
        () -> sound(lines(4_500, i -> pad("o" + i) + ": {like: " + pad("p" + i) + "}, ")));
    add(
        "two names of half a megabyte",
        () ->
            sound(
                "a"
                    + "x".repeat(BYTES / 3)
                    + ": {}, b: {like: \""
                    + "x".repeat(BYTES / 3)
                    + "\"}"));
    add(
        "a chain of copies",
        () ->
            sound(
                "o0: {"
                    + OBJECT
                    + "}, "
                    + lines(15_000, i -> "o" + (i + 1) + ": {like: o" + i + "}, ")));
    add(
        "copies of something large",
        () ->
            sound(
                "o0: {"
                    + OBJECT
                    + ", yaw: {choice: ["
                    + "1, ".repeat(3000)
                    + "]}}, "
                    + lines(15_000, i -> "o" + (i + 1) + ": {like: o0}, ")));
    add(
        "a circle of copies",
        () -> sound(lines(24_000, i -> "o" + i + ": {like: o" + (i + 1) % 24_000 + "}, ")));
    add(
        "things on things that are not there",
        () -> sound(lines(9_000, i -> "o" + i + ": {" + OBJECT + ", attach: p" + i + "}, ")));
    add(
        "things on things",
        () ->
            sound(
                lines(
                    9_000,
                    i -> "o" + i + ": {" + OBJECT + ", attach: o" + Math.max(0, i - 1) + "}, ")));
    add(
        "things on one thing",
        () ->
            sound(
                lines(
                    9_000,
                    i -> "o" + i + ": {" + OBJECT + ", attach: o" + (i % 100 * 90) + "}, ")));
    add(
        "occluders",
        () ->
            sound(
                lines(9_000, i -> "o" + i + ": {}, ")
                    + "x: {"
                    + OBJECT
                    + ", occlusion: {visible_fraction: 0.5, by: ["
                    + lines(60_000, i -> "p" + i + ", ")
                    + "]}}"));
    add(
        "ways",
        () ->
            "paths: {"
                + lines(5_000, i -> "p" + i + ": {points: [[0, 0], [1, 1]]}, ")
                + "}\n"
                + sound(
                    lines(
                        4_000, i -> "o" + i + ": {" + OBJECT + ", place: {along: q" + i + "}}, ")));
    add(
        "definitions",
        () -> "define: {" + lines(49_000, i -> "d" + i + ": 1, ") + "}\n" + SceneText.MINIMAL);
    add(
        "definitions that fit nowhere",
        () -> "define: {" + lines(24_000, i -> "d" + i + ": {x: 1}, ") + "}\n" + SceneText.MINIMAL);
    add(
        "definitions of lists",
        () ->
            "define: {"
                + lines(12_000, i -> "d" + i + ": {choice: [1, 2]}, ")
                + "}\n"
                + SceneText.MINIMAL);
    add(
        "definitions of nothing",
        () ->
            "define: {"
                + lines(24_000, i -> "d" + i + ": $e" + i + ", ")
                + "}\n"
                + SceneText.MINIMAL);
    add(
        "references to nothing",
        () ->
            "define: {"
                + lines(20_000, i -> "d" + i + ": 1, ")
                + "}\n"
                + sound(
                    "a: {"
                        + OBJECT
                        + ", yaw: {choice: ["
                        + lines(50_000, i -> "$e" + i + ", ")
                        + "]}}"));
    add(
        "references",
        () ->
            "define: {d: {choice: ["
                + "1, ".repeat(900)
                + "]}}\n"
                + sound(lines(9_000, i -> "o" + i + ": {" + OBJECT + ", yaw: $d}, ")));
    add(
        "references per instance",
        () ->
            "define: {d: {per: instance, choice: ["
                + "1, ".repeat(900)
                + "]}}\n"
                + sound(lines(9_000, i -> "o" + i + ": {" + OBJECT + ", yaw: $d}, ")));
    add(
        "chains of references per instance",
        () ->
            "define: {"
                + lines(
                    98,
                    i ->
                        "d"
                            + i
                            + ": {sum: [$d"
                            + (i + 1)
                            + ", 1, 2, 3, 4, 5, 6, 7], per: instance}, ")
                + "d98: 1}\n"
                + sound(lines(9_000, i -> "o" + i + ": {" + OBJECT + ", yaw: $d0}, ")));
    add(
        "palettes",
        () ->
            "palettes: {"
                + lines(8_000, i -> "p" + i + ": [red], ")
                + "}\n"
                + sound(
                    lines(
                        4_000,
                        i ->
                            "o"
                                + i
                                + ": {"
                                + OBJECT
                                + ", material: {base_color: {palette: q"
                                + i
                                + "}}}, ")));
    add(
        "palettes that are used",
        () ->
            "palettes: {"
                + lines(8_000, i -> "p" + i + ": ['#ffffff'], ")
                + "}\n"
                + sound(
                    lines(
                        4_000,
                        i ->
                            "o"
                                + i
                                + ": {"
                                + OBJECT
                                + ", material: {base_color: {palette: p"
                                + i
                                + "}}}, ")));
    add(
        "categories",
        () ->
            "categories: {"
                + lines(20_000, i -> "c" + i + ": {id: " + (i + 1) + "}, ")
                + "}\n"
                + SceneText.MINIMAL);
    add(
        "categories of one asset",
        () ->
            "categories: {c0: {id: 1, from: ["
                + lines(30_000, i -> "a" + i + ", ")
                + "]}, c1: {id: 2, from: ["
                + lines(30_000, i -> "a" + i + ", ")
                + "]}}\n"
                + SceneText.MINIMAL);
    add(
        "parts of a split",
        () -> "split: {" + lines(20_000, i -> "s" + i + ": 0.00005, ") + "}\n" + SceneText.MINIMAL);
    add(
        "cameras",
        () ->
            "version: 1\nname: x\nobjects: {}\ncameras: {"
                + lines(14_000, i -> "c" + i + ": {at: [0, 0, 1]}, ")
                + "}\n");
    add(
        "rigs",
        () ->
            "version: 1\nname: x\nobjects: {}\nrigs: {"
                + lines(9_000, i -> "r" + i + ": {at: [0, 0, 1], cameras: {c" + i + ": {}}}, ")
                + "}\n");
    add(
        "assets that are none",
        () ->
            sound(
                lines(
                    16_000, i -> "o" + i + ": {asset: sweethome/thing" + i + ", label: none}, ")));
    add(
        "categories of assets that are none",
        () ->
            sound(
                "o: {asset: {category: ["
                    + lines(80_000, i -> "thing" + i + ", ")
                    + "]}, label: none}"));
    add(
        "files that are none",
        () ->
            sound(
                lines(
                    10_000,
                    i ->
                        "o"
                            + i
                            + ": {asset: {file: a"
                            + i
                            + ".obj, units: m, up: z}, label: none}, ")));
    add(
        "includes of nothing",
        () -> "include: [" + lines(80_000, i -> "f" + i + ".yaml, ") + "]\n" + SceneText.MINIMAL);
    add(
        "includes of one file",
        () -> "include: [" + "diorama/outdoor.yaml, ".repeat(40_000) + "]\n" + SceneText.MINIMAL);
    add(
        "includes of what is there",
        () -> "include: [" + "scene.yaml, ".repeat(80_000) + "]\n" + SceneText.MINIMAL);
    add(
        "constraints",
        () ->
            "version: 1\nname: x\nobjects: {}\ncategories: {"
                + lines(8_000, i -> "c" + i + ": {id: " + (i + 1) + "}, ")
                + "}\ncamera: {at: [0, 0, 1], constraints: {min_visible: {"
                + lines(20_000, i -> "d" + i + ": 1, ")
                + "}}}\n");
    add(
        "removed and extended",
        () ->
            "include: diorama/outdoor.yaml\nversion: 1\nname: x\nobjects: {"
                + lines(45_000, i -> "o" + i + ": null, ")
                + "}\n");
  }

  private void shares() {
    add(
        "a choice of many",
        () -> sound("a: {" + OBJECT + ", yaw: {choice: [" + "1, ".repeat(99_900) + "]}}"));
    add(
        "a weighted choice of many",
        () ->
            sound("a: {" + OBJECT + ", yaw: {choice: {" + lines(49_000, i -> i + ": 1, ") + "}}}"));
    add(
        "choices in choices",
        () ->
            sound(
                "a: {"
                    + OBJECT
                    + ", yaw: "
                    + "{choice: [1, ".repeat(10)
                    + "1"
                    + "]}".repeat(10)
                    + "}"));
    add(
        "a choice of choices",
        () ->
            sound(
                "a: {" + OBJECT + ", yaw: {choice: [" + "{choice: [1]}, ".repeat(24_000) + "]}}"));
    add(
        "sums of many",
        () -> sound("a: {" + OBJECT + ", yaw: {sum: [" + "0.00001, ".repeat(90_000) + "]}}"));
    add(
        "long numbers",
        () ->
            sound(
                "a: {"
                    + OBJECT
                    + ", yaw: {choice: ["
                    + ("1." + "7".repeat(390) + ", ").repeat(2_600)
                    + "]}}"));
    add(
        "numbers of many digits",
        () -> sound("a: {" + OBJECT + ", yaw: {choice: [" + "1e-300, ".repeat(90_000) + "]}}"));
    add(
        "joined grids",
        () ->
            sound(
                lines(
                    5_000,
                    i -> "o" + i + ": {" + OBJECT + ", yaw: {grid: {values: [1], joint: a}}}, ")));
    add(
        "joined grids of many names",
        () ->
            sound(
                lines(
                    5_000,
                    i ->
                        "o"
                            + i
                            + ": {"
                            + OBJECT
                            + ", yaw: {grid: {values: [1], joint: a"
                            + i
                            + "}}}, ")));
    add(
        "grids of many cells",
        () ->
            sound(
                lines(
                    9,
                    i ->
                        "o"
                            + i
                            + ": {"
                            + OBJECT
                            + ", yaw: {grid: ["
                            + "1, ".repeat(9_999)
                            + "]}}, ")));
    add(
        "points",
        () -> sound("a: {" + OBJECT + ", at: {choice: [" + "[0, 0, 0], ".repeat(24_000) + "]}}"));
    add(
        "colors",
        () ->
            sound(
                "a: {"
                    + OBJECT
                    + ", material: {base_color: {choice: ["
                    + "'#102030', ".repeat(80_000)
                    + "]}}}"));
    add(
        "rotations",
        () ->
            sound(
                "a: {"
                    + OBJECT
                    + ", rotation: {choice: ["
                    + "{angles: {yaw: 1}}, ".repeat(19_000)
                    + "]}}"));
  }

  private void shapes() {
    add(
        "polygons",
        () ->
            sound(
                lines(
                    40,
                    i ->
                        "o"
                            + i
                            + ": {"
                            + OBJECT
                            + ", at: {polygon: {points: ["
                            + circle(800)
                            + "]}}}, ")));
    add(
        "surfaces",
        () ->
            sound(
                lines(
                    40,
                    i ->
                        "o"
                            + i
                            + ": {"
                            + OBJECT
                            + ", surfaces: {s: {z: 1, polygon: ["
                            + circle(800)
                            + "]}}}, ")));
    add(
        "a path of many points",
        () ->
            "paths: {p: {points: ["
                + lines(20_000, i -> "[" + i + ", 0], ")
                + "]}}\n"
                + SceneText.MINIMAL);
    add(
        "paths",
        () ->
            "paths: {"
                + lines(
                    30,
                    i -> "p" + i + ": {points: [" + lines(900, j -> "[" + j + ", 0], ") + "]}, ")
                + "}\n"
                + SceneText.MINIMAL);
    add(
        "trajectories",
        () ->
            SceneText.MINIMAL.replace(
                "{at: [0, 0, 1]}",
                "{trajectory: {speed: 1, points: ["
                    + lines(1_000, i -> "[" + i + ", 0, 1], ")
                    + "]}}"));
    add(
        "children",
        () ->
            sound(
                lines(
                    2_000,
                    i ->
                        "o"
                            + i
                            + ": {count: 9, children: {a: {count: 9, children: {b: {count: 9, children: {c: {"
                            + OBJECT
                            + "}}}}}}}, ")));
    add(
        "transforms",
        () ->
            sound(
                lines(
                    4_000,
                    i ->
                        "o"
                            + i
                            + ": {"
                            + OBJECT
                            + ", transform: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]}, ")));
    add("sound objects", () -> sound(lines(14_000, i -> "o" + i + ": {" + OBJECT + "}, ")));
    add(
        "sound objects of much",
        () ->
            sound(
                lines(
                    2_900,
                    i ->
                        "o"
                            + i
                            + ": {"
                            + OBJECT
                            + ", at: [{uniform: [0, 1]}, {normal: [0, 1]}, 0], yaw: {uniform: [0, 360]}, material: {base_color: {choice: ['#102030', '#405060']}}}, ")));
  }

  private void factors() {
    add(
        "factors",
        () ->
            "factors: {" + lines(14_000, i -> "f" + i + ": {l: {}}, ") + "}\n" + SceneText.MINIMAL);
    add(
        "numbers as factors",
        () ->
            "factors: {"
                + lines(14_000, i -> "f" + i + ": {uniform: [0, 1]}, ")
                + "}\n"
                + SceneText.MINIMAL);
    add(
        "levels",
        () ->
            "factors: {f: {" + lines(20_000, i -> "l" + i + ": {}, ") + "}}\n" + SceneText.MINIMAL);
    add(
        "levels that set something",
        () ->
            "factors: {f: {"
                + lines(9_00, i -> "l" + i + ": {set: {camera: {fov: 40}}}, ")
                + "}}\n"
                + SceneText.MINIMAL
                + "");
    add(
        "pairs of levels",
        () ->
            "factors: {"
                + lines(
                    2,
                    f ->
                        "f"
                            + f
                            + ": {"
                            + lines(
                                31,
                                i ->
                                    "l"
                                        + i
                                        + ": {set: {camera: {"
                                        + (f == 0 ? "fov: 40" : "exposure: 9")
                                        + "}}}, ")
                            + "}, ")
                + "}\n"
                + sound(lines(200, i -> "o" + i + ": {" + OBJECT + "}, ")));
    add(
        "levels of a large scene",
        () ->
            "factors: {f: {"
                + lines(19, i -> "l" + i + ": {set: {camera: {fov: 40}}}, ")
                + "}}\n"
                + sound(lines(14_000, i -> "o" + i + ": {" + OBJECT + "}, ")));
    add(
        "levels that set much",
        () ->
            "factors: {f: {"
                + lines(
                    2,
                    f ->
                        "l"
                            + f
                            + ": {set: {objects: {"
                            + lines(6_000, i -> "o" + i + ": {" + OBJECT + "}, ")
                            + "}}}, ")
                + "}}\n"
                + SceneText.MINIMAL);
    add(
        "levels that set the same",
        () ->
            "factors: {"
                + lines(
                    2,
                    f ->
                        "f"
                            + f
                            + ": {l: {set: {objects: {"
                            + lines(6_000, i -> "o" + i + ": {" + OBJECT + "}, ")
                            + "}}}}, ")
                + "}\n"
                + SceneText.MINIMAL);
    add(
        "ten factors of two levels",
        () ->
            "factors: {"
                + lines(
                    9,
                    f ->
                        "f"
                            + f
                            + ": {"
                            + lines(
                                2,
                                i ->
                                    "l"
                                        + i
                                        + ": {set: {objects: {o"
                                        + f
                                        + ": {yaw: "
                                        + i
                                        + "}}}}, ")
                            + "}, ")
                + "}\n"
                + sound(lines(150, i -> "o" + i + ": {" + OBJECT + "}, ")));
    add(
        "balance",
        () ->
            "balance: ["
                + lines(60_000, i -> "f" + i + ", ")
                + "]\nfactors: {"
                + lines(4_000, i -> "g" + i + ": {l: {}}, ")
                + "}\n"
                + SceneText.MINIMAL);
  }

  private void add(String name, Supplier<String> text) {
    texts.put(name, text);
  }

  private static String sound(String objects) {
    return SceneText.MINIMAL.replace("objects: {}", "objects: {" + objects + "}");
  }

  private static String circle(int corners) {
    return lines(
        corners,
        i -> {
          double angle = 2 * Math.PI * i / corners;
          return "[%.5f, %.5f], ".formatted(Math.cos(angle), Math.sin(angle));
        });
  }

  private static String pad(String name) {
    return name + "x".repeat(99 - name.length());
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }
}
