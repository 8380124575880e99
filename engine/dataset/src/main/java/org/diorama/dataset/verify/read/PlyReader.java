package org.diorama.dataset.verify.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diorama.dataset.verify.finding.Fault;

/**
 * Reads point clouds of the polygon file format: little-endian vertices of position, color,
 * instance and category (Turk, The PLY Polygon File Format, 1994).
 */
public final class PlyReader {
  private static final String END = "end_header\n";
  private static final Pattern COUNT = Pattern.compile("element vertex (\\d{1,9})");
  private static final List<String> PROPERTIES =
      List.of(
          "property double x",
          "property double y",
          "property double z",
          "property uchar red",
          "property uchar green",
          "property uchar blue",
          "property ushort instance",
          "property ushort category");
  private static final int VERTEX_BYTES = 31;

  private PlyReader() {}

  /** {@link PointCloud.Reader#read}. */
  public static PointCloud read(byte[] file, int most) throws FaultyFile {
    String head = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
    int end = head.indexOf(END);
    if (end < 0 || !head.startsWith("ply\nformat binary_little_endian 1.0\n")) {
      throw new FaultyFile(Fault.POINTS_DAMAGED, "it does not begin like binary points");
    }
    List<String> lines = head.substring(0, end).lines().skip(2).toList();
    Matcher count = COUNT.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!count.matches() || !lines.subList(1, lines.size()).equals(PROPERTIES)) {
      throw new FaultyFile(Fault.POINTS_DAMAGED, "its head is " + lines);
    }
    int points = Integer.parseInt(count.group(1));
    int bytes = file.length - end - END.length();
    if (points > most || bytes != points * VERTEX_BYTES) {
      throw new FaultyFile(
          Fault.POINTS_DAMAGED,
          "%d bytes of %d points in %d pixels".formatted(bytes, points, most));
    }
    ByteBuffer vertices =
        ByteBuffer.wrap(file, end + END.length(), bytes).order(ByteOrder.LITTLE_ENDIAN);
    PointCloud cloud = PointCloud.ofSize(points);
    for (int i = 0; i < points; i++) {
      for (int axis = 0; axis < 3; axis++) {
        cloud.positions()[3 * i + axis] = vertices.getDouble();
      }
      vertices.get(cloud.colors(), 3 * i, 3);
      cloud.instances()[i] = Short.toUnsignedInt(vertices.getShort());
      cloud.categories()[i] = Short.toUnsignedInt(vertices.getShort());
    }
    return cloud;
  }
}
