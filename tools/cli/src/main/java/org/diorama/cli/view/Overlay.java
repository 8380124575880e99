package org.diorama.cli.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws masks, boxes and names over an image, each pixel enlarged by a whole factor. */
final class Overlay {
  private static final double TINT = 0.3;

  private Overlay() {}

  static BufferedImage draw(LabelledImage image, int factor, NameStyle style) {
    return draw(image, image, factor, factor, style);
  }

  /**
   * The same of an image that is made smaller first; marks keep the places they have in the whole.
   *
   * @param width of the canvas at most, as near as whole factors come
   */
  static BufferedImage drawSmall(LabelledImage image, int width, NameStyle style) {
    int shrink = (image.width() + width - 1) / width;
    LabelledImage small = Shrinking.by(shrink, image);
    int factor = Math.max(1, width / small.width());
    return draw(small, image, factor, (double) factor / shrink, style);
  }

  private static BufferedImage draw(
      LabelledImage image, LabelledImage marked, int factor, double markFactor, NameStyle style) {
    BufferedImage canvas =
        new BufferedImage(
            image.width() * factor, image.height() * factor, BufferedImage.TYPE_INT_RGB);
    drawMasks(image, factor, canvas);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    for (LabelledImage.Stuff stuff : marked.stuff()) {
      new ImagePen(graphics, markFactor, InstanceColors.of(stuff.categoryId()))
          .region(stuff.outlines());
    }
    List<LabelledImage.Box> largestFirst = largestFirst(image);
    largestFirst.forEach(box -> drawBox(graphics, box, factor));
    for (Mark mark : marked.marks()) {
      mark.draw(new ImagePen(graphics, markFactor, InstanceColors.of(mark.instanceId())));
    }
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, style.fontSize()));
    NamePlates plates = new NamePlates(canvas.getWidth(), canvas.getHeight(), style.lines());
    largestFirst.stream()
        .filter(box -> Math.max(box.width(), box.height()) * factor >= style.smallestBox())
        .forEach(box -> drawName(graphics, marked, box, factor, plates));
    for (LabelledImage.Stuff stuff : marked.stuff()) {
      drawName(graphics, stuff, markFactor, plates);
    }
    graphics.dispose();
    return canvas;
  }

  /** Annotations by falling size of their boxes. */
  static List<LabelledImage.Box> largestFirst(LabelledImage image) {
    return image.boxes().stream()
        .sorted(Comparator.comparingDouble(box -> -box.width() * box.height()))
        .toList();
  }

  private static void drawMasks(LabelledImage image, int factor, BufferedImage canvas) {
    Set<Integer> annotated =
        image.boxes().stream().map(LabelledImage.Box::instanceId).collect(Collectors.toSet());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int rgb = image.color().getRGB(x, y);
        for (int[] plane : image.instances()) {
          int id = plane[y * image.width() + x];
          if (annotated.contains(id)) {
            double share = isEdge(image, plane, x, y) ? 1 : TINT;
            rgb = mix(rgb, InstanceColors.of(id).getRGB(), share);
          }
        }
        for (int i = 0; i < factor * factor; i++) {
          canvas.setRGB(x * factor + i % factor, y * factor + i / factor, rgb);
        }
      }
    }
  }

  /** Whether a neighbor to the left, right, top or bottom shows something else. */
  private static boolean isEdge(LabelledImage image, int[] plane, int x, int y) {
    int id = plane[y * image.width() + x];
    return differs(image, plane, x - 1, y, id)
        || differs(image, plane, x + 1, y, id)
        || differs(image, plane, x, y - 1, id)
        || differs(image, plane, x, y + 1, id);
  }

  private static boolean differs(LabelledImage image, int[] plane, int x, int y, int id) {
    return x >= 0
        && y >= 0
        && x < image.width()
        && y < image.height()
        && plane[y * image.width() + x] != id;
  }

  private static int mix(int rgb, int other, double share) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double value = (rgb >> shift & 0xff) * (1 - share) + (other >> shift & 0xff) * share;
      result |= (int) Math.round(value) << shift;
    }
    return result;
  }

  /** The line lies just inside the box's outermost pixels, so tight boxes look tight. */
  private static void drawBox(Graphics2D graphics, LabelledImage.Box box, int factor) {
    graphics.setStroke(new BasicStroke(1));
    graphics.setColor(InstanceColors.of(box.instanceId()));
    int left = edge(box.left(), factor);
    int top = edge(box.top(), factor);
    graphics.drawRect(
        left,
        top,
        edge(box.left() + box.width(), factor) - left - 1,
        edge(box.top() + box.height(), factor) - top - 1);
  }

  /** Where an edge between pixels lies on the canvas. */
  private static int edge(double place, double factor) {
    return (int) Math.round(place * factor);
  }

  /** The name, the id, and what annotators say in words. */
  static String name(LabelledImage image, LabelledImage.Box box) {
    StringBuilder name = new StringBuilder(box.title());
    for (Mark mark : image.marks()) {
      if (mark instanceof Mark.Note note && note.instanceId() == box.instanceId()) {
        name.append(", ").append(note.text());
      }
    }
    return name.toString();
  }

  private static void drawName(
      Graphics2D graphics,
      LabelledImage image,
      LabelledImage.Box box,
      int factor,
      NamePlates plates) {
    Color color = InstanceColors.of(box.instanceId());
    int left = edge(box.left(), factor);
    int top = edge(box.top(), factor);
    drawName(graphics, name(image, box), color, left, top, plates);
  }

  /** Stuff has its name at its first corner, below it, since most reaches the image's edges. */
  private static void drawName(
      Graphics2D graphics, LabelledImage.Stuff stuff, double factor, NamePlates plates) {
    int[] first = stuff.outlines().get(0);
    int height = graphics.getFontMetrics().getHeight();
    Color color = InstanceColors.of(stuff.categoryId());
    int left = edge(first[0], factor);
    int top = edge(first[1], factor);
    drawName(graphics, stuff.name(), color, left, top + height, plates);
  }

  private static void drawName(
      Graphics2D graphics, String text, Color color, int left, int top, NamePlates plates) {
    FontMetrics metrics = graphics.getFontMetrics();
    int width = metrics.stringWidth(text) + 4;
    plates
        .place(left, top, width, metrics.getHeight())
        .ifPresent(
            plate -> {
              graphics.setColor(color);
              graphics.fill(plate);
              graphics.setColor(InstanceColors.ink(color));
              graphics.drawString(text, plate.x + 2, plate.y + metrics.getAscent());
            });
  }
}
