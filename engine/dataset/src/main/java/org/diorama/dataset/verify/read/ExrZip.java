package org.diorama.dataset.verify.read;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks blocks of rows as OpenEXR's ZIP packs them: halves interleaved, differences, deflate. */
final class ExrZip {
  private ExrZip() {}

  static byte[] unpack(byte[] packed, int whole) throws FaultyFile {
    byte[] halves = new byte[whole];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int size = inflater.inflate(halves);
      if (size != whole || !inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw FloatReader.faulty("a block of rows has another size than its rows");
      }
    } catch (DataFormatException e) {
      throw FloatReader.faulty("a block of rows cannot be unpacked: " + e.getMessage());
    } finally {
      inflater.end();
    }
    for (int i = 1; i < whole; i++) {
      halves[i] = (byte) (halves[i - 1] + halves[i] - 128);
    }
    byte[] plain = new byte[whole];
    int middle = (whole + 1) / 2;
    for (int i = 0; i < whole; i++) {
      plain[i] = halves[i % 2 == 0 ? i / 2 : middle + i / 2];
    }
    return plain;
  }
}
