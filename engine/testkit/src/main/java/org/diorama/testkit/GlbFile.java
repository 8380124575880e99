package org.diorama.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Affine3;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GLB taken apart by the specification alone (glTF 2.0, chapters 3 and 4), to judge what an
 * exporter wrote. It reads what frames consist of: no animations, skins or sparse accessors.
 *
 * @param json the first chunk
 * @param binary the second chunk, little-endian; empty where there is none
 */
public record GlbFile(JsonNode json, ByteBuffer binary) {
  /**
   * @throws IllegalArgumentException where the container is not sound
   */
  public static GlbFile parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    require(in.getInt() == 0x46546c67, "no magic");
    require(in.getInt() == 2, "another version");
    require(in.getInt() == bytes.length && bytes.length % 4 == 0, "a wrong length");
    byte[] json = chunk(in, 0x4e4f534a);
    byte[] binary = in.hasRemaining() ? chunk(in, 0x004e4942) : new byte[0];
    require(!in.hasRemaining(), "bytes after the last chunk");
    return new GlbFile(
        JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8)),
        ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static byte[] chunk(ByteBuffer in, int type) {
    byte[] content = new byte[in.getInt()];
    require(content.length % 4 == 0 && in.position() % 4 == 0, "a chunk is not aligned");
    require(in.getInt() == type, "another chunk");
    in.get(content);
    return content;
  }

  private static void require(boolean condition, String fault) {
    if (!condition) {
      throw new IllegalArgumentException("no GLB: " + fault);
    }
  }

  /** An element of one of the document's lists. */
  public JsonNode element(String list, int index) {
    return json.get(list).get(index);
  }

  /** The only root. */
  public JsonNode root() {
    JsonNode roots = element("scenes", json.get("scene").asInt()).get("nodes");
    require(roots.size() == 1, "several roots");
    return element("nodes", roots.get(0).asInt());
  }

  /** The root's children, in their order. */
  public List<JsonNode> children() {
    List<JsonNode> children = new ArrayList<>();
    root().get("children").forEach(index -> children.add(element("nodes", index.asInt())));
    return children;
  }

  /** A node's map to its parent, rounded to single precision as most programs keep it. */
  public static Affine3 matrix(JsonNode node) {
    double[] m = new double[16];
    Arrays.setAll(m, i -> node.get("matrix").get(i).floatValue());
    require(m[3] == 0 && m[7] == 0 && m[11] == 0 && m[15] == 1, "a matrix is not affine");
    return new Affine3(m[0], m[4], m[8], m[12], m[1], m[5], m[9], m[13], m[2], m[6], m[10], m[14]);
  }

  /** Values of an accessor of floats, one element after the other. */
  public float[] floats(int accessor) {
    JsonNode form = element("accessors", accessor);
    require(form.get("componentType").asInt() == 5126, "no floats");
    ByteBuffer bytes = view(form.get("bufferView").asInt());
    float[] values = new float[form.get("count").asInt() * components(form)];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** Values of an accessor of unsigned shorts or ints. */
  public int[] integers(int accessor) {
    JsonNode form = element("accessors", accessor);
    boolean shorts = form.get("componentType").asInt() == 5123;
    require(shorts || form.get("componentType").asInt() == 5125, "no indices");
    ByteBuffer bytes = view(form.get("bufferView").asInt());
    int[] values = new int[form.get("count").asInt()];
    Arrays.setAll(values, i -> shorts ? bytes.getShort(2 * i) & 0xffff : bytes.getInt(4 * i));
    return values;
  }

  /** Bytes of an image, encoded. */
  public byte[] image(int image) {
    ByteBuffer bytes = view(element("images", image).get("bufferView").asInt());
    byte[] encoded = new byte[bytes.remaining()];
    bytes.get(encoded);
    return encoded;
  }

  private ByteBuffer view(int view) {
    JsonNode form = element("bufferViews", view);
    int offset = form.get("byteOffset").asInt();
    return binary.slice(offset, form.get("byteLength").asInt()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int components(JsonNode accessor) {
    return switch (accessor.get("type").asString()) {
      case "SCALAR" -> 1;
      case "VEC2" -> 2;
      case "VEC3" -> 3;
      case "VEC4" -> 4;
      default -> throw new IllegalArgumentException("no GLB: type " + accessor.get("type"));
    };
  }
}
