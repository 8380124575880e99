package org.diorama.scenefile.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.diorama.scenefile.diagnostic.Location;
import org.diorama.scenefile.diagnostic.Problems;

/** Decodes UTF-8 strictly: a byte that is none is a located problem, never a replacement mark. */
final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  static Optional<String> decode(String source, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      problems.add(
          end(source, text.toString()), "", "this is not UTF-8 text", "Save the file as UTF-8.");
      return Optional.empty();
    }
    boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(text.toString().substring(marked ? 1 : 0));
  }

  /** The place after a text. */
  private static Location end(String source, String text) {
    int lineStart = text.lastIndexOf('\n') + 1;
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new Location(source, line, 1 + text.codePointCount(lineStart, text.length()));
  }
}
