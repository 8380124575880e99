package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.diorama.cli.CommandRun;
import org.diorama.core.geometry.PixelBox;
import org.diorama.dataset.json.StrictJson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The author's rules, each pair of their values in some scene: what is cards of whole pixels is
 * painted here once more, and labelled by the rules as they are written.
 */
class LabelRulesTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int VOID = 255;
  private static final double LEAST_SHARE = 0.2;

  private static final PixelBox BOARD = new PixelBox(-20, 10, 30, 30);
  private static final PixelBox KNOB = new PixelBox(36, 14, 40, 18);
  private static final PixelBox BAR = new PixelBox(22, 4, 26, 44);
  private static final PixelBox HIDDEN = new PixelBox(42, 10, 60, 30);
  private static final PixelBox BLOCKER = new PixelBox(44, 8, 60, 32);
  private static final PixelBox CARD = new PixelBox(50, 36, 54, 40);

  /** One way to set the rules. */
  private record Rules(
      String bound, String board, String knob, String then, boolean drops, boolean hasPoints) {
    private static final String[] BOUNDS = {
      "", "min_pixels: 30, ", "min_visible_fraction: 0.5, ", "max_truncation: 0.3, "
    };
    private static final String[] BOARDS = {"thing", "merged", "left_out", "road"};
    private static final String[] KNOBS = {"none", "parent", "part", "left_out"};
    private static final String[] THEN = {"void", "crowd", "keep", "crowd"};

    /** Products with 2 and 3 in the field of four elements. */
    private static final int[] DOUBLE = {0, 2, 3, 1};

    private static final int[] TRIPLE = {0, 3, 1, 2};

    /**
     * An orthogonal array of strength 2, after Bose and Bush, Orthogonal Arrays of Strength Two and
     * Three (1952).
     */
    static Rules of(int row) {
      int a = row / 4;
      int b = row % 4;
      int last = a ^ TRIPLE[b];
      return new Rules(
          BOUNDS[a],
          BOARDS[b],
          KNOBS[a ^ b],
          THEN[a ^ DOUBLE[b]],
          (last & 1) == 1,
          (last & 2) == 2);
    }

    boolean isBeyond(Seen seen) {
      return !then.equals("keep")
          && (bound.contains("pixels") && seen.pixels() < 30
              || bound.contains("fraction") && seen.fraction() < 0.5
              || bound.contains("truncation") && seen.isTruncated());
    }
  }

  /** What an instance shows of itself. */
  private record Seen(int pixels, int silhouette, boolean isTruncated) {
    double fraction() {
      return (double) pixels / silhouette;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void everyPairOfRules(int row) throws IOException {
    Rules rules = Rules.of(row);
    Path scene = Files.writeString(folder.resolve("rules.yaml"), scene(rules));
    Path out = folder.resolve("out");
    CommandRun.of(
            "render",
            scene,
            "--renderer",
            "reference",
            "--format",
            "coco,coco-polygon,coco-rle,yolo",
            "--out",
            out)
        .expect(0);
    Expected expected = new Expected(rules);
    Raster semantic = ImageIO.read(out.resolve("semantic/00000000.png").toFile()).getRaster();
    for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      int x = pixel % WIDTH;
      int y = pixel / WIDTH;
      assertEquals(
          expected.semantic[pixel], semantic.getSample(x, y, 0), rules + " " + x + "," + y);
    }
    TreeSet<String> found = new TreeSet<>();
    for (JsonNode annotation : read(out, "instances").get("annotations")) {
      found.add(
          line(
              annotation.get("category_id").asInt(),
              annotation.get("iscrowd").asInt(),
              annotation.get("area").asInt(),
              annotation.get("bbox").toString(),
              annotation.at("/diorama/visible_fraction").asDouble(),
              annotation.at("/diorama/pieces").asInt()));
    }
    assertEquals(expected.annotations, found, rules.toString());
    if (rules.hasPoints()) {
      assertEquals(expected.points, points(out), rules.toString());
    }
    CommandRun.of("verify", out).expect(0);
  }

  /** Of the board, the first instance: what has corners names them of itself. */
  private static List<String> points(Path out) throws IOException {
    List<String> points = new ArrayList<>();
    if (Files.exists(out.resolve("annotations/keypoints.json"))) {
      for (JsonNode annotation : read(out, "keypoints").get("annotations")) {
        if (annotation.at("/diorama/instance_id").asInt() == Expected.BOARD_ID) {
          JsonNode flags = annotation.get("keypoints");
          points.add(
              points(
                  flags.get(2).asInt(),
                  flags.get(5).asInt(),
                  annotation.get("num_keypoints").asInt(),
                  annotation.get("iscrowd").asInt()));
        }
      }
    }
    return points;
  }

  private static String points(int left, int right, int count, int crowd) {
    return "left %d, right %d, of %d, crowd %d".formatted(left, right, count, crowd);
  }

  private static JsonNode read(Path out, String kind) throws IOException {
    return StrictJson.instance()
        .readTree(Files.readAllBytes(out.resolve("annotations/" + kind + ".json")));
  }

  private static String line(
      int category, int crowd, int area, String box, double fraction, int pieces) {
    return String.format(
        Locale.ROOT,
        "category %d, crowd %d, area %d, box %s, fraction %.4f, pieces %d",
        category,
        crowd,
        area,
        box,
        fraction,
        pieces);
  }

  private static String scene(Rules rules) {
    String points =
        rules.hasPoints()
            ? ", keypoints: {left: [-0.45, -0.5, 0.5], right: [0.45, -0.5, 0.5]}"
            : "";
    return """
    version: 1
    name: rules
    frames: 1
    image: {width: 64, height: 48}
    categories:
      thing: {id: 1}
      other: {id: 2}
      merged: {id: 3, into: other}
      left_out: {id: 4, use: void}
      part: {id: 5}
      road: {id: 6, stuff: true}
    camera: {at: [0, 0, 0], look_at: [0, 1, 0], intrinsics: {fx: 100, fy: 100, cx: 32, cy: 24}}
    labels: {annotators: all, drop: {%smin_piece_share: %s, then: %s}}
    objects:
      board: {%s, label: %s%s, children: {knob: {%s, label: %s}}}
      bar: {%s, label: none}
      hidden: {%s, label: thing}
      blocker: {%s, label: thing}
      card: {%s, label: thing}
    """
        .formatted(
            rules.bound(),
            rules.drops() ? LEAST_SHARE : 0,
            rules.then(),
            placed(BOARD, 10, 0, 0, 0),
            rules.board(),
            points,
            placed(KNOB, 10, x(BOARD, 10), 10, z(BOARD, 10)),
            rules.knob(),
            placed(BAR, 8, 0, 0, 0),
            placed(HIDDEN, 10, 0, 0, 0),
            placed(BLOCKER, 9, 0, 0, 0),
            placed(CARD, 10, 0, 0, 0));
  }

  private static double x(PixelBox box, double depth) {
    return ((box.left() + box.right()) / 2.0 - WIDTH / 2.0) / 100 * depth;
  }

  private static double z(PixelBox box, double depth) {
    return (HEIGHT / 2.0 - box.bottom()) / 100 * depth;
  }

  /** A card that covers these pixels, seen from the origin along +Y. */
  private static String placed(
      PixelBox box, double depth, double parentX, double parentY, double parentZ) {
    return String.format(
        Locale.ROOT,
        "asset: {primitive: box}, at: [%.6f, %.6f, %.6f], size: [%.6f, 0.001, %.6f]",
        x(box, depth) - parentX,
        depth - parentY,
        z(box, depth) - parentZ,
        box.width() / 100.0 * depth,
        box.height() / 100.0 * depth);
  }

  /** The same by the rules' words. */
  private static final class Expected {
    private static final int BOARD_ID = 1;
    private static final int KNOB_ID = 2;
    private static final int BAR_ID = 3;
    private static final int[] THINGS = {4, 5, 6};

    private final Rules rules;
    private final int[] ids = new int[WIDTH * HEIGHT];
    private final int[] semantic = new int[WIDTH * HEIGHT];
    private final TreeSet<String> annotations = new TreeSet<>();
    private final List<String> points = new ArrayList<>();

    Expected(Rules rules) {
      this.rules = rules;
      boolean isPart = rules.knob().equals("parent");
      paint(BOARD, BOARD_ID);
      paint(KNOB, isPart ? BOARD_ID : KNOB_ID);
      paint(HIDDEN, THINGS[0]);
      paint(BLOCKER, THINGS[1]);
      paint(CARD, THINGS[2]);
      paint(BAR, BAR_ID);
      label(BOARD_ID, rules.board(), 600 + (isPart ? 16 : 0), true);
      if (!isPart) {
        label(KNOB_ID, rules.knob(), 16, false);
      }
      label(THINGS[0], "thing", 360, false);
      label(THINGS[1], "thing", 384, false);
      label(THINGS[2], "thing", 16, false);
    }

    private void paint(PixelBox box, int id) {
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = Math.max(0, box.left()); x < box.right(); x++) {
          ids[y * WIDTH + x] = id;
        }
      }
    }

    private void label(int id, String label, int silhouette, boolean isTruncated) {
      int category = List.of("thing", "merged", "other", "left_out", "part", "road").indexOf(label);
      if (category < 0) {
        return;
      }
      int value = new int[] {1, 2, 2, VOID, 5, 6}[category];
      List<List<Integer>> pieces = pieces(id);
      int all = pieces.stream().mapToInt(List::size).sum();
      int largest = pieces.stream().mapToInt(List::size).max().orElse(0);
      List<Integer> kept = new ArrayList<>();
      int count = 0;
      for (List<Integer> piece : pieces) {
        boolean isSmall =
            rules.drops()
                && value != 6
                && piece.size() < largest
                && piece.size() < LEAST_SHARE * all;
        if (isSmall) {
          piece.forEach(pixel -> semantic[pixel] = VOID);
        } else {
          kept.addAll(piece);
          count++;
        }
      }
      boolean isBeyond = rules.isBeyond(new Seen(kept.size(), silhouette, isTruncated));
      boolean isThing = value != VOID && value != 6;
      boolean isVoid = value == VOID || isThing && isBeyond && rules.then().equals("void");
      kept.forEach(pixel -> semantic[pixel] = isVoid ? VOID : value);
      if (isThing && !isVoid) {
        int crowd = isBeyond ? 1 : 0;
        double fraction = (double) kept.size() / silhouette;
        annotations.add(line(value, crowd, kept.size(), box(kept), fraction, count));
        if (id == BOARD_ID && rules.hasPoints()) {
          points.add(points(0, rules.drops() ? 1 : 2, 1, crowd));
        }
      }
    }

    private static String box(List<Integer> pixels) {
      int left = pixels.stream().mapToInt(pixel -> pixel % WIDTH).min().orElseThrow();
      int right = pixels.stream().mapToInt(pixel -> pixel % WIDTH).max().orElseThrow() + 1;
      int top = pixels.stream().mapToInt(pixel -> pixel / WIDTH).min().orElseThrow();
      int bottom = pixels.stream().mapToInt(pixel -> pixel / WIDTH).max().orElseThrow() + 1;
      return "[" + left + "," + top + "," + (right - left) + "," + (bottom - top) + "]";
    }

    private List<List<Integer>> pieces(int id) {
      List<List<Integer>> pieces = new ArrayList<>();
      boolean[] taken = new boolean[ids.length];
      for (int start = 0; start < ids.length; start++) {
        if (ids[start] == id && !taken[start]) {
          List<Integer> piece = new ArrayList<>();
          Deque<Integer> open = new ArrayDeque<>(List.of(start));
          taken[start] = true;
          while (!open.isEmpty()) {
            int pixel = open.pop();
            piece.add(pixel);
            for (int step = 0; step < 9; step++) {
              int x = pixel % WIDTH + step % 3 - 1;
              int y = pixel / WIDTH + step / 3 - 1;
              int near = y * WIDTH + x;
              boolean inside = x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
              if (inside && ids[near] == id && !taken[near]) {
                taken[near] = true;
                open.push(near);
              }
            }
          }
          pieces.add(piece);
        }
      }
      return pieces;
    }
  }
}
