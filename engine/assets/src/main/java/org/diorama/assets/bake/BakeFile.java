package org.diorama.assets.bake;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.diorama.assets.source.Sha256;
import org.diorama.core.asset.Model;

/** Reads and writes files of {@link BakeFormat}. */
public final class BakeFile {
  private static final int COMPRESSION_LEVEL = 1;

  private BakeFile() {}

  /** Part of every cache key: another format or importer never meets this one's files. */
  public static int version() {
    return BakeFormat.VERSION;
  }

  /**
   * Writes a file in place; publishing it under its final name is the caller's.
   *
   * @throws IOException where the disk refuses it or the model is larger than the format allows
   */
  public static void write(Path file, BakeHeader header, Model model) throws IOException {
    byte[] headerBytes = HeaderCodec.encode(header);
    byte[] body = BodyCodec.encode(model);
    if (body.length > BakeFormat.MAX_BODY_BYTES
        || headerBytes.length > BakeFormat.MAX_HEADER_BYTES) {
      throw new IOException("the model is too large: " + body.length + " bytes");
    }
    byte[] compressed = Zstd.compress(body, COMPRESSION_LEVEL);
    ByteSink sink = new ByteSink();
    sink.raw("DIOBAKE\n".getBytes(StandardCharsets.US_ASCII));
    sink.int32(BakeFormat.VERSION);
    sink.bytes(headerBytes).raw(Sha256.newDigest().digest(headerBytes));
    sink.int32(body.length).int32(compressed.length);
    sink.raw(Sha256.newDigest().digest(compressed)).raw(compressed);
    Files.write(file, sink.toByteArray());
  }

  /**
   * The header alone, proven by its digest.
   *
   * @throws CorruptBakeException where the file is no bake of this version
   */
  public static BakeHeader readHeader(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HeaderCodec.decode(headerBytes(in));
    }
  }

  /**
   * The whole model, proven by digests and checked in every range.
   *
   * @throws CorruptBakeException where the file is no sound bake of this version
   */
  public static Model readModel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      BakeHeader header = HeaderCodec.decode(headerBytes(in));
      ByteSource lengths = new ByteSource(exactly(in, 8));
      int rawLength = lengths.int32();
      int length = lengths.int32();
      byte[] digest = exactly(in, BakeFormat.DIGEST_BYTES);
      checkLength(rawLength, BakeFormat.MAX_BODY_BYTES);
      checkLength(length, BakeFormat.MAX_BODY_BYTES);
      byte[] compressed = exactly(in, length);
      if (in.read() >= 0) {
        throw new CorruptBakeException("bytes follow the end");
      }
      checkDigest(compressed, digest);
      return BodyCodec.decode(decompress(compressed, rawLength), header);
    }
  }

  private static byte[] decompress(byte[] compressed, int rawLength) throws CorruptBakeException {
    byte[] body = new byte[rawLength];
    try {
      if (Zstd.decompress(body, compressed) == rawLength) {
        return body;
      }
    } catch (ZstdException e) {
      throw new CorruptBakeException("the body cannot be decompressed: " + e.getMessage());
    }
    throw new CorruptBakeException("the body is shorter than it says");
  }

  private static byte[] headerBytes(InputStream in) throws IOException {
    ByteSource start = new ByteSource(exactly(in, 16));
    if (start.int64() != BakeFormat.MAGIC || start.int32() != BakeFormat.VERSION) {
      throw new CorruptBakeException("no bake of version " + BakeFormat.VERSION);
    }
    int length = start.int32();
    checkLength(length, BakeFormat.MAX_HEADER_BYTES);
    byte[] header = exactly(in, length);
    checkDigest(header, exactly(in, BakeFormat.DIGEST_BYTES));
    return header;
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new CorruptBakeException("the file ends too early");
    }
    return bytes;
  }

  private static void checkLength(int length, int max) throws CorruptBakeException {
    if (length < 0 || length > max) {
      throw new CorruptBakeException("a length is out of range");
    }
  }

  private static void checkDigest(byte[] bytes, byte[] digest) throws CorruptBakeException {
    if (!Arrays.equals(Sha256.newDigest().digest(bytes), digest)) {
      throw new CorruptBakeException("a digest does not fit");
    }
  }
}
