package org.diorama.assets.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.diorama.assets.process.ImportReply.Outcome;
import org.junit.jupiter.api.Test;

class ImportReplyTest {
  private static byte[] written(ImportReply reply) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    reply.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static ImportReply read(byte[] bytes) throws IOException {
    return ImportReply.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void repliesComeBack() throws IOException {
    for (Outcome outcome : Outcome.values()) {
      ImportReply reply = new ImportReply(outcome, "has no triangles: größe");
      assertEquals(reply, read(written(reply)));
    }
  }

  /** UTF of a stream holds 65,535 bytes; a hostile name must not break the answer about it. */
  @Test
  void longReasonsAreCut() throws IOException {
    ImportReply reply = new ImportReply(Outcome.REFUSED, "ö".repeat(100_000));
    assertEquals(2000, reply.text().length());
    assertEquals(reply, read(written(reply)));
  }

  @Test
  void otherBytesAreNoReply() throws IOException {
    byte[] sound = written(new ImportReply(Outcome.DONE, ""));
    sound[0] = 3;
    assertThrows(IOException.class, () -> read(sound));
    assertThrows(EOFException.class, () -> read(new byte[0]));
    assertThrows(EOFException.class, () -> read(new byte[] {1, 0, 5, 'a'}));
  }

  @Test
  void theTailKeepsTheLastLine() {
    String text = "first\n" + "x".repeat(9000) + "\n  out of memory \n\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals("out of memory", new ErrorTail(new ByteArrayInputStream(bytes)).text());
    assertEquals("", new ErrorTail(new ByteArrayInputStream(new byte[0])).text());
  }

  @Test
  void theTailOfOneLongLineIsItsEnd() {
    byte[] bytes = ("a".repeat(9000) + "end").getBytes(StandardCharsets.UTF_8);
    String tail = new ErrorTail(new ByteArrayInputStream(bytes)).text();
    assertEquals(2000, tail.length());
    assertEquals("aend", tail.substring(1996));
  }
}
