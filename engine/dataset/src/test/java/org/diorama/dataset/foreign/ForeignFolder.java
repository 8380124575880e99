package org.diorama.dataset.foreign;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.diorama.dataset.coco.RunLengths;
import org.diorama.dataset.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A COCO dataset of another maker: small images, masks as hard as they come. */
final class ForeignFolder {
  static final int WIDTH = 13;
  static final int HEIGHT = 11;

  final Path root;
  private final ObjectNode coco = StrictJson.instance().createObjectNode();
  private final ArrayNode images = coco.putArray("images");
  private final ArrayNode annotations = coco.putArray("annotations");
  private final ArrayNode categories = coco.putArray("categories");

  ForeignFolder(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("images"));
    coco.putObject("info").put("year", 2017);
    coco.putArray("licenses").addObject().put("id", 4).put("name", "Attribution");
  }

  /** Two categories, every kind of mask, an empty image, a crowd. */
  static ForeignFolder typical(Path root) throws IOException {
    ForeignFolder folder = new ForeignFolder(root);
    folder.category(3, "cat", "animal");
    folder.category(90, "dog", "animal");
    folder.image(5, "a.png");
    folder.image(9, "sub/b.png");
    folder.image(2, "empty.png");
    long id = 100;
    for (RunLengths mask : masks()) {
      folder.mask(id, id % 2 == 0 ? 5 : 9, id % 3 == 0 ? 3 : 90, mask, 0);
      id++;
    }
    folder.mask(id, 9, 3, rows("###..........", "#.#.........."), 1);
    return folder;
  }

  /** Pixel, last row and column, hole, pieces, touching corners, the whole image, random. */
  static List<RunLengths> masks() {
    List<RunLengths> masks = new ArrayList<>();
    masks.add(rows("", "....#"));
    masks.add(rows("............#", "............#"));
    masks.add(rows("", "", "", "", "", "", "", "", "", "", "#############"));
    masks.add(rows("", ".#####", ".#...#", ".#.#.#", ".#...#", ".#####"));
    masks.add(rows("##.##", "", "#.#.#", ".#.#."));
    masks.add(new RunLengths(WIDTH, HEIGHT, new int[] {0, WIDTH * HEIGHT}));
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      String[] rows = new String[HEIGHT];
      for (int y = 0; y < HEIGHT; y++) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < WIDTH; x++) {
          row.append(random.nextInt(3) > 0 ? '#' : '.');
        }
        rows[y] = row.toString();
      }
      masks.add(rows(rows));
    }
    return masks;
  }

  /** From the top left; what is not told is background. */
  static RunLengths rows(String... rows) {
    List<Integer> counts = new ArrayList<>();
    boolean inside = false;
    int run = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int y = i % HEIGHT;
      int x = i / HEIGHT;
      boolean now = y < rows.length && x < rows[y].length() && rows[y].charAt(x) == '#';
      if (now != inside) {
        counts.add(run);
        run = 0;
        inside = now;
      }
      run++;
    }
    counts.add(run);
    return new RunLengths(WIDTH, HEIGHT, counts.stream().mapToInt(Integer::intValue).toArray());
  }

  ObjectNode category(int id, String name, String supercategory) {
    return categories
        .addObject()
        .put("id", id)
        .put("name", name)
        .put("supercategory", supercategory);
  }

  void image(long id, String name) throws IOException {
    Path file = root.resolve("images").resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, (int) id);
    ImageIO.write(image, "png", file.toFile());
    imageEntry(id, name).put("license", 4).put("date_captured", "2013-11-14");
  }

  ObjectNode imageEntry(long id, String name) {
    return images
        .addObject()
        .put("id", id)
        .put("width", WIDTH)
        .put("height", HEIGHT)
        .put("file_name", name);
  }

  ObjectNode mask(long id, long image, int category, RunLengths mask, int crowd) {
    ObjectNode entry = annotation(id, image, category).put("iscrowd", crowd);
    ObjectNode segmentation = entry.putObject("segmentation");
    segmentation.putArray("size").add(HEIGHT).add(WIDTH);
    segmentation.put("counts", mask.text());
    var box = mask.box();
    entry.put("area", mask.area());
    entry.putArray("bbox").add(box.x()).add(box.y()).add(box.width()).add(box.height());
    return entry;
  }

  ObjectNode annotation(long id, long image, int category) {
    ObjectNode entry = annotations.addObject().put("id", id).put("image_id", image);
    entry.put("category_id", category).putObject("attributes").put("occluded", id % 2 == 0);
    return entry;
  }

  /** One more license. */
  void license(long id, String name) {
    coco.withArray("licenses").addObject().put("id", id).put("name", name);
  }

  /** Writes the file of a part and begins the next one. */
  ForeignFolder write(String part) throws IOException {
    return writeAs("instances" + part);
  }

  /** Likewise, of any kind. */
  ForeignFolder writeAs(String name) throws IOException {
    Path file = root.resolve("annotations/" + name + ".json");
    Files.createDirectories(file.getParent());
    Files.write(file, StrictJson.line(coco));
    images.removeAll();
    annotations.removeAll();
    return this;
  }

  static JsonNode json(Path file) throws IOException {
    return StrictJson.instance().readTree(Files.readAllBytes(file));
  }
}
