package org.diorama.scenefile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages scene files: bytes, words, lines, and pieces of other scenes. */
final class SceneMutator {
  private static final String[] WORDS = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    ",",
    "&a ",
    "*a",
    "!!str ",
    "'",
    "\"",
    "#",
    "|",
    ">",
    "---\n",
    "...\n",
    "<<: ",
    "? ",
    "- ",
    "\t",
    "\n",
    "\n  ",
    "~",
    "null",
    ".nan",
    "-.inf",
    "1e999",
    "-1",
    "0",
    "99999999999999999999",
    "0x1F",
    "yes",
    "none",
    "uniform",
    "choice",
    "per",
    "{}",
    "[]",
    "instance",
    "\u0000",
    "\uFEFF",
    "\u2028",
    "é",
    "%YAML 1.1\n",
    "{uniform: [1, 0]}",
    "coco",
    "include: ",
    "include: scene.yaml\n",
    "include: [part.yaml, ../x.yaml, diorama/outdoor.yaml]\n",
    "library: true\n",
    "like: ",
    "{extend: ",
    "{extend: [1]}",
    "CON",
    "../",
    "\u202E",
    "2147483648",
    "1e-320",
    ".inf",
    "''",
    "$",
    "$x"
  };

  private SceneMutator() {}

  /** One of the files with one to three wounds; the same for the same seed. */
  static byte[] mutant(List<byte[]> sound, long seed) {
    Random random = new Random(seed);
    byte[] mutant = sound.get(random.nextInt(sound.size()));
    int wounds = 1 + random.nextInt(3);
    for (int wound = 0; wound < wounds; wound++) {
      byte[] donor = sound.get(random.nextInt(sound.size()));
      mutant = mutant.length == 0 ? donor : damage(mutant, donor, random);
    }
    return mutant;
  }

  private static byte[] damage(byte[] bytes, byte[] donor, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
    return switch (random.nextInt(9)) {
      case 0, 1 -> splice(bytes, at, at, WORDS[random.nextInt(WORDS.length)]);
      case 2, 3 -> splice(bytes, at, end, WORDS[random.nextInt(WORDS.length)]);
      case 4 -> splice(bytes, at, end, "");
      case 5 -> splice(bytes, at, at, latin(bytes, at, end));
      case 6 -> splice(bytes, lineStart(bytes, at), lineEnd(bytes, at), "");
      case 7 -> {
        int from = random.nextInt(donor.length);
        String line = latin(donor, lineStart(donor, from), lineEnd(donor, from));
        yield splice(bytes, lineStart(bytes, at), lineStart(bytes, at), line);
      }
      default -> {
        byte[] copy = bytes.clone();
        copy[Math.min(at, copy.length - 1)] ^= (byte) (1 << random.nextInt(8));
        yield copy;
      }
    };
  }

  private static int lineStart(byte[] bytes, int at) {
    int start = Math.min(at, bytes.length);
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Behind the line's end. */
  private static int lineEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Math.min(bytes.length, end + 1);
  }

  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] splice(byte[] bytes, int from, int to, String insert) {
    byte[] middle = insert.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
