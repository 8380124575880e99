package org.diorama.dataset.verify.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diorama.dataset.verify.finding.Fault;
import org.junit.jupiter.api.Test;

/** Files of one point by hand, and every way in which they can be none. */
class PointReadersTest {
  private static final String HEAD =
      """
      ply
      format binary_little_endian 1.0
      element vertex 1
      property double x
      property double y
      property double z
      property uchar red
      property uchar green
      property uchar blue
      property ushort instance
      property ushort category
      end_header
      """;

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ply(String head, int bytes) {
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file = little(first.length + 31).put(first);
    file.putDouble(1.5).putDouble(-2).putDouble(0.25).put(new byte[] {(byte) 200, 2, 3});
    file.putShort((short) 7).putShort((short) 65535);
    return java.util.Arrays.copyOf(file.array(), first.length + bytes);
  }

  private static void requirePoint(PointCloud cloud) {
    assertEquals(1, cloud.count());
    assertArrayEquals(new double[] {1.5, -2, 0.25}, cloud.positions());
    assertArrayEquals(new byte[] {(byte) 200, 2, 3}, cloud.colors());
    assertArrayEquals(new int[] {7}, cloud.instances());
    assertArrayEquals(new int[] {65535}, cloud.categories());
  }

  private static void requireFault(String detail, byte[] file, PointCloud.Reader reader) {
    FaultyFile fault = assertThrows(FaultyFile.class, () -> reader.read(file, 4));
    assertEquals(Fault.POINTS_DAMAGED, fault.fault());
    assertTrue(fault.getMessage().contains(detail), fault.getMessage());
  }

  @Test
  void plyFilesAreVertices() throws FaultyFile {
    requirePoint(PlyReader.read(ply(HEAD, 31), 4));
    requireFault("does not begin", new byte[0], PlyReader::read);
    requireFault("does not begin", ply(HEAD.replace("little", "big"), 31), PlyReader::read);
    requireFault("its head", ply(HEAD.replace("uchar red", "float red"), 31), PlyReader::read);
    requireFault("30 bytes of 1 points", ply(HEAD, 30), PlyReader::read);
    requireFault(
        "of 9 points in 4", ply(HEAD.replace("vertex 1", "vertex 9"), 31), PlyReader::read);
  }

  private static byte[] array(String type, String shape, byte[] values) {
    String head =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n".formatted(type, shape);
    ByteBuffer array = little(10 + head.length() + values.length);
    array.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    array.put((byte) 0).putShort((short) head.length());
    return array.put(head.getBytes(StandardCharsets.US_ASCII)).put(values).array();
  }

  private static Map<String, byte[]> arrays() {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    byte[] place = little(24).putDouble(1.5).putDouble(-2).putDouble(0.25).array();
    arrays.put("positions.npy", array("<f8", "1, 3", place));
    arrays.put("colors.npy", array("|u1", "1, 3", new byte[] {(byte) 200, 2, 3}));
    arrays.put("instances.npy", array("<u2", "1,", new byte[] {7, 0}));
    arrays.put("categories.npy", array("<u2", "1,", new byte[] {-1, -1}));
    return arrays;
  }

  private static byte[] zip(Map<String, byte[]> arrays) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey()));
        zip.write(array.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] with(String name, byte[] array) throws IOException {
    Map<String, byte[]> arrays = arrays();
    arrays.put(name, array);
    return zip(arrays);
  }

  @Test
  void archivesAreFourArrays() throws IOException, FaultyFile {
    requirePoint(NpzReader.read(zip(arrays()), 4));
    requireFault("no array of instances", new byte[9], NpzReader::read);
    requireFault(
        "colors is", with("colors.npy", array("<u2", "1, 3", new byte[6])), NpzReader::read);
    requireFault(
        "categories is",
        with("categories.npy", array("<u2", "1, 3", new byte[6])),
        NpzReader::read);
    requireFault(
        "as long as each other",
        with("categories.npy", array("<u2", "2,", new byte[4])),
        NpzReader::read);
    requireFault(
        "ends early",
        with("colors.npy", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 99, 0}),
        NpzReader::read);
    requireFault("too long", with("more.npy", new byte[4000]), NpzReader::read);
    byte[] damaged = zip(arrays());
    damaged[60] ^= 1;
    requireFault("", damaged, NpzReader::read);
  }
}
