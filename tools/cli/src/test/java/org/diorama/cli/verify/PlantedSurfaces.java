package org.diorama.cli.verify;

import static org.diorama.cli.verify.PlantedFaults.LEFT;
import static org.diorama.cli.verify.PlantedFaults.kind;
import static org.diorama.dataset.verify.finding.Fault.*;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PngReader;
import tools.jackson.databind.node.ObjectNode;

/** Faults in what annotators say of each pixel's surface, and in points. */
final class PlantedSurfaces {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final String PLY = "points/00000000_left.ply";
  private static final String NPZ = "points/00000000_left.npz";
  private static final int VERTEX = 31;

  private PlantedSurfaces() {}

  /** The first pixel of the left image that shows an instance; 0 = none. */
  static int pixelOf(PlantedDataset set, int instance) {
    try {
      int[] ids = PngReader.read(set.bytes("instance/" + LEFT), WIDTH, HEIGHT).gray();
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] == instance) {
          return i;
        }
      }
      throw new IllegalStateException("it does not show " + instance);
    } catch (FaultyFile e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets a sample of the first pixel of an instance. */
  private static PlantedFaults.Kind sample(
      String name, String folder, int instance, int channel, int value, Fault due) {
    return kind(
        name,
        set -> {
          int pixel = pixelOf(set, instance);
          set.pixels(
              folder + "/" + LEFT,
              raster -> raster.setSample(pixel % WIDTH, pixel / WIDTH, channel, value));
        },
        due);
  }

  static List<PlantedFaults.Kind> pixels() {
    return List.of(
        sample("another object coordinate", "nocs", 2, 1, 30000, NOCS_WRONG),
        sample("no object coordinate", "nocs", 2, 2, 0, NOCS_WRONG),
        sample("an object coordinate of nothing", "nocs", 1, 0, 5, NOCS_WRONG),
        kind("an axis of object coordinates that runs backwards", set -> mirror(set), NOCS_WRONG),
        kind(
            "object coordinates of another step",
            set -> set.copy("nocs/00000001_left.png", "nocs/" + LEFT),
            NOCS_WRONG),
        kind(
            "parts where object coordinates belong",
            set -> set.copy("parts/" + LEFT, "nocs/" + LEFT),
            PNG_FORMAT),
        sample("another albedo", "albedo", 2, 0, 3, ALBEDO_WRONG),
        sample("an albedo of nothing", "albedo", 0, 0, 3, ALBEDO_WRONG),
        kind("an albedo with an alpha", PlantedSurfaces::addAlpha, PNG_FORMAT),
        sample("no part", "parts", 2, 0, 0, PARTS_WRONG),
        sample("a part of nothing", "parts", 0, 0, 1, PARTS_WRONG),
        sample("a part that its asset has not", "parts", 2, 0, 2, PARTS_WRONG),
        kind(
            "a list of parts that the manifest does not have",
            set ->
                set.record(
                    0,
                    record ->
                        ((ObjectNode) record.get("parts"))
                            .putArray("primitive/box/64")
                            .addObject()
                            .put("name", "other")
                            .putNull("bounds")),
            PARTS_WRONG),
        kind(
            "another disparity",
            set -> PlantedAnnotators.number(set, "disparity/00000000_left.npy", 40 * WIDTH, 5),
            DISPARITY_WRONG),
        kind(
            "a disparity of nothing",
            set -> PlantedAnnotators.number(set, "disparity/00000000_left.npy", pixelOf(set, 0), 5),
            DISPARITY_WRONG),
        kind(
            "another flow to the step before",
            set ->
                PlantedAnnotators.number(
                    set, "flow_backward/00000001_left.npy", 2 * (40 * WIDTH + 32), 5),
            FLOW_WRONG),
        sample("a surface without flow", "flow_state", 2, 0, 0, FLOW_WRONG),
        sample("flow of nothing", "flow_backward_state", 0, 0, 1, FLOW_WRONG),
        kind(
            "a surface that nothing hides",
            set -> set.pixels("flow_state/" + LEFT, raster -> raster.setSample(32, 40, 0, 2)),
            FLOW_WRONG),
        kind(
            "a surface that stays in the image",
            set -> set.pixels("flow_state/" + LEFT, raster -> raster.setSample(32, 40, 0, 3)),
            FLOW_WRONG));
  }

  private static void mirror(PlantedDataset set) {
    set.pixels(
        "nocs/" + LEFT,
        raster -> {
          for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int value = raster.getSample(i % WIDTH, i / WIDTH, 0);
            raster.setSample(i % WIDTH, i / WIDTH, 0, value == 0 ? 0 : 65536 - value);
          }
        });
  }

  private static void addAlpha(PlantedDataset set) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(set.bytes("albedo/" + LEFT)));
      BufferedImage with =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
      Graphics2D pen = with.createGraphics();
      pen.drawImage(image, 0, 0, null);
      pen.dispose();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(with, "png", out);
      set.write("albedo/" + LEFT, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<PlantedFaults.Kind> points() {
    return List.of(
        vertex("another place of a point", v -> v.putDouble(8, 1.5), POINTS_WRONG),
        vertex("another color of a point", v -> v.put(24, (byte) (v.get(24) + 9)), POINTS_WRONG),
        vertex("another instance of a point", v -> v.putShort(27, (short) 9), POINTS_WRONG),
        vertex("another category of a point", v -> v.putShort(29, (short) 9), POINTS_WRONG),
        kind(
            "half a file of points",
            set -> set.write(PLY, Arrays.copyOf(set.bytes(PLY), 2000)),
            POINTS_DAMAGED),
        kind("points without one of them", PlantedSurfaces::shorten, POINTS_WRONG),
        kind(
            "points of another frame",
            set -> set.copy(PLY.replace("00_", "02_"), PLY),
            POINTS_WRONG),
        kind(
            "colors that two frames exchanged, by points",
            set -> set.exchange("images/" + LEFT, "images/00000002_left.png"),
            COLOR_WRONG),
        kind("points that are no archive", set -> set.copy(PLY, NPZ), POINTS_DAMAGED),
        array(
            "another place in an archive",
            "positions.npy",
            bytes -> {
              ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - 8, 9);
              return bytes;
            },
            POINTS_WRONG),
        array(
            "an array that is cut off",
            "instances.npy",
            bytes -> Arrays.copyOf(bytes, bytes.length - 2),
            POINTS_DAMAGED),
        array("an archive without colors", "colors.npy", bytes -> null, POINTS_DAMAGED));
  }

  private static int headOf(byte[] ply) {
    String text = new String(ply, StandardCharsets.ISO_8859_1);
    return text.indexOf("end_header\n") + "end_header\n".length();
  }

  /** Edits the tenth vertex: three doubles, three bytes, two shorts. */
  private static PlantedFaults.Kind vertex(String name, UnaryOperator<ByteBuffer> edit, Fault due) {
    return kind(
        name,
        set -> {
          byte[] ply = set.bytes(PLY);
          ByteBuffer vertex =
              ByteBuffer.wrap(ply, headOf(ply) + 10 * VERTEX, VERTEX)
                  .slice()
                  .order(ByteOrder.LITTLE_ENDIAN);
          edit.apply(vertex);
          set.write(PLY, ply);
        },
        due);
  }

  private static void shorten(PlantedDataset set) {
    byte[] ply = set.bytes(PLY);
    int head = headOf(ply);
    int count = (ply.length - head) / VERTEX;
    String text =
        new String(ply, 0, head, StandardCharsets.ISO_8859_1)
            .replace("vertex " + count, "vertex " + (count - 1));
    byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer shorter = ByteBuffer.allocate(first.length + (count - 1) * VERTEX).put(first);
    set.write(PLY, shorter.put(ply, head, (count - 1) * VERTEX).array());
  }

  /**
   * Edits an array of an archive.
   *
   * @param edit gives the new bytes; null leaves the array out
   */
  private static PlantedFaults.Kind array(
      String name, String entry, UnaryOperator<byte[]> edit, Fault due) {
    return kind(
        name,
        set -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(set.bytes(NPZ)));
              ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
              byte[] bytes = in.readAllBytes();
              byte[] written = next.getName().equals(entry) ? edit.apply(bytes) : bytes;
              if (written != null) {
                zip.putNextEntry(new ZipEntry(next.getName()));
                zip.write(written);
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          set.write(NPZ, out.toByteArray());
        },
        due);
  }
}
