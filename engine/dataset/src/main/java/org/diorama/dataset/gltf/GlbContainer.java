package org.diorama.dataset.gltf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** The GLB container (glTF 2.0, chapter 4): a header, the JSON chunk, the binary chunk. */
final class GlbContainer {
  private static final int MAGIC = 0x46546c67;
  private static final int VERSION = 2;
  private static final int JSON = 0x4e4f534a;
  private static final int BINARY = 0x004e4942;
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final long LARGEST = 0xffffffffL;

  private GlbContainer() {}

  /** How many bytes are missing to a multiple of four. */
  static int padding(long length) {
    return (int) (-length & 3);
  }

  /**
   * @throws DioramaException BAD_INPUT where the frame is larger than a GLB can be
   */
  static void write(byte[] json, BinaryChunk binary, OutputStream out) throws IOException {
    int jsonLength = json.length + padding(json.length);
    long binaryLength = binary.length() == 0 ? 0 : CHUNK_HEADER + binary.length();
    long total = HEADER + CHUNK_HEADER + jsonLength + binaryLength;
    if (total > LARGEST) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          "the frame takes " + total + " bytes, and a GLB holds 4 GiB; show fewer models in it");
    }
    ByteBuffer head =
        ByteBuffer.allocate(HEADER + CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN).putInt(MAGIC);
    out.write(head.putInt(VERSION).putInt((int) total).putInt(jsonLength).putInt(JSON).array());
    out.write(json);
    out.write(" ".repeat(padding(json.length)).getBytes(StandardCharsets.US_ASCII));
    if (binaryLength > 0) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
      out.write(chunk.putInt((int) binary.length()).putInt(BINARY).array());
      binary.writeTo(out);
    }
  }
}
