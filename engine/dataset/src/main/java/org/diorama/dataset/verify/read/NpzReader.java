package org.diorama.dataset.verify.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.diorama.dataset.verify.finding.Fault;

/**
 * Reads point clouds from NumPy's archives: a ZIP of array files in C order (NEP 1), {@code
 * positions}, {@code colors}, {@code instances} and {@code categories}.
 */
public final class NpzReader {
  private static final int FIXED = 10;
  private static final Pattern HEAD =
      Pattern.compile(
          "\\{'descr': '([<|]\\w\\d)', 'fortran_order': False, 'shape': \\((\\d{1,9}),(?: (\\d))?\\), *\\}");

  private NpzReader() {}

  /** {@link PointCloud.Reader#read}. */
  public static PointCloud read(byte[] file, int most) throws FaultyFile {
    Map<String, byte[]> arrays = unpack(file, most);
    ByteBuffer instances = array(arrays, "instances", "<u2", 1, most);
    int count = instances.remaining() / Short.BYTES;
    PointCloud cloud = PointCloud.ofSize(count);
    ByteBuffer positions = array(arrays, "positions", "<f8", 3, most);
    ByteBuffer colors = array(arrays, "colors", "|u1", 3, most);
    ByteBuffer categories = array(arrays, "categories", "<u2", 1, most);
    if (positions.remaining() != 24 * count
        || colors.remaining() != 3 * count
        || categories.remaining() != 2 * count) {
      throw faulty("its arrays are not as long as each other");
    }
    positions.asDoubleBuffer().get(cloud.positions());
    colors.get(cloud.colors());
    for (int i = 0; i < count; i++) {
      cloud.instances()[i] = Short.toUnsignedInt(instances.getShort());
      cloud.categories()[i] = Short.toUnsignedInt(categories.getShort());
    }
    return cloud;
  }

  private static Map<String, byte[]> unpack(byte[] file, int most) throws FaultyFile {
    Map<String, byte[]> arrays = new HashMap<>();
    int limit = 24 * most + 1024;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes(limit);
        if (bytes.length == limit || arrays.put(entry.getName(), bytes) != null) {
          throw faulty(entry.getName() + " is too long, or there twice");
        }
      }
    } catch (IOException e) {
      throw faulty("its archive is damaged: " + e.getMessage());
    }
    return arrays;
  }

  /** An array's elements. */
  private static ByteBuffer array(
      Map<String, byte[]> arrays, String name, String type, int across, int most)
      throws FaultyFile {
    byte[] bytes = arrays.getOrDefault(name + ".npy", new byte[0]);
    if (bytes.length < FIXED) {
      throw faulty("it has no array of " + name);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int head = Short.toUnsignedInt(buffer.getShort(FIXED - 2));
    if (bytes.length < FIXED + head) {
      throw faulty("the array of " + name + " ends early");
    }
    String text = new String(bytes, FIXED, head, StandardCharsets.US_ASCII).strip();
    Matcher shape = HEAD.matcher(text);
    boolean right =
        shape.matches()
            && shape.group(1).equals(type)
            && (shape.group(3) == null ? 1 : Integer.parseInt(shape.group(3))) == across;
    long count = right ? Long.parseLong(shape.group(2)) : 0;
    int size = across * (type.charAt(2) - '0');
    if (!right || count > most || bytes.length != FIXED + head + count * size) {
      throw faulty("the array of " + name + " is " + text);
    }
    return buffer.position(FIXED + head).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static FaultyFile faulty(String detail) {
    return new FaultyFile(Fault.POINTS_DAMAGED, detail);
  }
}
