package org.diorama.cli.view;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.dataset.coco.InstanceRuns;
import org.diorama.dataset.coco.Outlines;
import org.diorama.dataset.json.StrictJson;

/**
 * One HTML file with everything in it: images, labels as vectors over them, and controls that
 * filter by category, factor and visible fraction. It loads nothing and is written image by image.
 */
final class InspectorPage {
  private static final String MARKER = "<main>";

  private final OutputStream out;
  private final String end;
  private final InstanceRuns runs = new InstanceRuns();

  /**
   * Writes the page's beginning.
   *
   * @param available how many frames there are to choose from; absent where there is no end to them
   */
  InspectorPage(OutputStream out, OptionalLong available) throws IOException {
    this.out = out;
    String template = template();
    int marker = template.indexOf(MARKER);
    text(template.substring(0, marker));
    text(
        available.isPresent()
            ? "<main data-available=\"%d\">%n".formatted(available.getAsLong())
            : "<main>\n");
    end = template.substring(marker + MARKER.length());
  }

  private static String template() throws IOException {
    try (InputStream in = InspectorPage.class.getResourceAsStream("inspector.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Adds images that stand side by side: one frame's, by its cameras and of several datasets.
   *
   * @param columns at least one
   */
  void frame(List<Selection.Shown> columns) throws IOException {
    LabelledImage.Source source = columns.get(0).image().source();
    text(
        "<section class=\"frame\" data-frame=\"%d\" data-factors=\"%s\">%n"
            .formatted(source.frame(), Markup.escaped(json(source.factors()))));
    for (Selection.Shown column : columns) {
      figure(column);
    }
    text("</section>\n");
  }

  /** Writes the page's end. */
  void end() throws IOException {
    text(end);
  }

  private void figure(Selection.Shown column) throws IOException {
    LabelledImage image = column.image();
    String circumstances =
        image.source().factors().entrySet().stream()
            .map(factor -> " \u00b7 " + factor.getKey() + " " + factor.getValue())
            .collect(Collectors.joining());
    text(
        "<figure data-source=\"%s\"><figcaption>%s</figcaption>%n"
            .formatted(
                Markup.escaped(column.source()),
                Markup.escaped(
                    column.isThere()
                        ? column.source() + " \u00b7 " + image.title() + circumstances
                        : image.title())));
    text(
        "<div class=\"stack\" style=\"--width:%d;--height:%d\">%n"
            .formatted(image.width(), image.height()));
    Map<String, Picture> pictures = new LinkedHashMap<>();
    if (column.isThere()) {
      pictures.put("image", new Picture(image.color(), Optional.empty()));
    }
    pictures.putAll(image.allPictures());
    for (Map.Entry<String, Picture> each : pictures.entrySet()) {
      text(img("data-picture", each.getKey(), each.getValue().image()));
    }
    text("<svg viewBox=\"0 0 %d %d\">%n".formatted(image.width(), image.height()));
    labels(image);
    text("</svg></div>\n");
    for (Map.Entry<String, Picture> each : pictures.entrySet()) {
      if (each.getValue().legend().isPresent()) {
        text(img("class=\"legend\" data-legend", each.getKey(), each.getValue().legend().get()));
      }
    }
    text("</figure>\n");
  }

  private static String img(String attribute, String name, BufferedImage picture)
      throws IOException {
    return "<img %s=\"%s\" alt=\"%s\" src=\"data:image/png;base64,%s\">%n"
        .formatted(attribute, name, name, Base64.getEncoder().encodeToString(PngBytes.of(picture)));
  }

  /** The largest first, so that pointers reach those within. */
  private void labels(LabelledImage image) throws IOException {
    Map<Integer, Outlines> masks = masks(image);
    Map<Integer, List<Mark>> marks =
        image.marks().stream().collect(Collectors.groupingBy(Mark::instanceId));
    for (LabelledImage.Stuff stuff : image.stuff()) {
      text(label(stuff));
    }
    for (LabelledImage.Box box : Overlay.largestFirst(image)) {
      Outlines mask = masks.getOrDefault(box.instanceId(), new Outlines(List.of(), List.of()));
      text(label(box, mask, marks.getOrDefault(box.instanceId(), List.of())));
    }
    for (LabelledImage.Box box : Overlay.largestFirst(image)) {
      text(tag(box, marks.getOrDefault(box.instanceId(), List.of())));
    }
    for (LabelledImage.Stuff stuff : image.stuff()) {
      text(tag(stuff));
    }
  }

  private Map<Integer, Outlines> masks(LabelledImage image) {
    Map<Integer, Outlines> masks = new HashMap<>();
    for (int[] plane : image.instances()) {
      short[] ids = new short[plane.length];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = (short) plane[i];
      }
      runs.scan(ShortBuffer.wrap(ids), image.width(), image.height());
      for (int id : runs.ids()) {
        masks.put(id, Outlines.of(runs.runs(id)));
      }
    }
    return masks;
  }

  private static StringBuilder group(String kind, String category, double visible, Color color) {
    return new StringBuilder("<g class=\"")
        .append(kind)
        .append("\" data-category=\"")
        .append(Markup.escaped(category))
        .append("\" data-visible=\"")
        .append(visible)
        .append("\" style=\"--color:#%06x\"".formatted(color.getRGB() & 0xffffff));
  }

  private static String label(LabelledImage.Stuff stuff) {
    Color color = InstanceColors.of(stuff.categoryId());
    StringBuilder svg = group("label", stuff.name(), 1, color).append("><title>");
    svg.append(Markup.escaped(stuff.name())).append(", stuff</title>");
    svg.append("<g class=\"stuff\" data-layer=\"stuff\">");
    new SvgPen(svg).region(stuff.outlines());
    return svg.append("</g></g>\n").toString();
  }

  /** Names lie over everything. */
  private static String tag(LabelledImage.Stuff stuff) {
    int[] first = stuff.outlines().get(0);
    StringBuilder svg =
        group("tag", stuff.name(), 1, InstanceColors.of(stuff.categoryId())).append('>');
    svg.append(
        "<text class=\"name\" data-layer=\"stuff\" x=\"%d\" y=\"%d\">"
            .formatted(first[0], first[1] + 12));
    return svg.append(Markup.escaped(stuff.name())).append("</text></g>\n").toString();
  }

  private static String tag(LabelledImage.Box box, List<Mark> marks) {
    StringBuilder svg =
        group("tag", box.name(), box.visibleFraction(), InstanceColors.of(box.instanceId()))
            .append('>');
    svg.append(
        "<text class=\"name\" data-layer=\"name\" x=\"%s\" y=\"%s\">"
            .formatted(SvgPen.number(box.left()), SvgPen.number(Math.max(12, box.top() - 3))));
    svg.append(Markup.escaped(box.title()));
    for (Mark mark : marks) {
      if (mark instanceof Mark.Note note) {
        svg.append("<tspan data-layer=\"").append(note.layer().text()).append("\">, ");
        svg.append(Markup.escaped(note.text())).append("</tspan>");
      }
    }
    return svg.append("</text></g>\n").toString();
  }

  private static String label(LabelledImage.Box box, Outlines mask, List<Mark> marks) {
    Color color = InstanceColors.of(box.instanceId());
    StringBuilder svg = group("label", box.name(), box.visibleFraction(), color);
    svg.append(" data-instance=\"").append(box.instanceId()).append("\">");
    svg.append("<title>").append(Markup.escaped(box.title()));
    if (!Double.isNaN(box.visibleFraction())) {
      svg.append(", %d %% visible".formatted(Math.round(100 * box.visibleFraction())));
    }
    for (Mark mark : marks) {
      if (mark instanceof Mark.Note note) {
        svg.append('\n').append(Markup.escaped(note.text()));
      }
    }
    svg.append("</title>");
    SvgPen pen = new SvgPen(svg);
    svg.append("<g class=\"mask\" data-layer=\"mask\">");
    pen.region(Stream.concat(mask.pieces().stream(), mask.holes().stream()).toList());
    svg.append(
        "</g><rect class=\"box\" data-layer=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(
                SvgPen.number(box.left()),
                SvgPen.number(box.top()),
                SvgPen.number(box.width()),
                SvgPen.number(box.height())));
    for (Mark mark : marks) {
      if (mark instanceof Mark.Note) {
        continue;
      }
      String layer = mark.layer().text();
      svg.append("<g class=\"").append(layer).append("\" data-layer=\"").append(layer);
      svg.append("\">");
      mark.draw(pen);
      svg.append("</g>");
    }
    return svg.append("</g>\n").toString();
  }

  private static String json(Object value) {
    return StrictJson.instance().writeValueAsString(value);
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
