package org.diorama.opengl.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class PackingTest {
  @Test
  void octahedralPairsKeepDirections() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 10_000; i++) {
      Vec3 direction =
          new Vec3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1))
              .normalize();
      int word =
          VertexPacking.octahedral(
              (float) direction.x(), (float) direction.y(), (float) direction.z());
      assertEquals(0, decode(word).minus(direction).length(), 1e-4, "seed 2, direction " + i);
    }
    for (int sign = -1; sign <= 1; sign += 2) {
      assertEquals(
          0,
          decode(VertexPacking.octahedral(0, 0, sign)).minus(new Vec3(0, 0, sign)).length(),
          1e-6);
      assertEquals(
          0,
          decode(VertexPacking.octahedral(sign, 0, 0)).minus(new Vec3(sign, 0, 0)).length(),
          1e-6);
    }
  }

  private static Vec3 decode(int word) {
    double u = Math.max(-1, (short) word / 32767.0);
    double v = Math.max(-1, (short) (word >> 16) / 32767.0);
    double z = 1 - Math.abs(u) - Math.abs(v);
    double x = z < 0 ? (1 - Math.abs(v)) * Math.copySign(1, u) : u;
    double y = z < 0 ? (1 - Math.abs(u)) * Math.copySign(1, v) : v;
    return new Vec3(x, y, z).normalize();
  }

  /** Decoding the arena's color gives back every sRGB byte. */
  @Test
  void colorSurvivesItsSquareRoot() {
    byte[] texels = new byte[4 * 256];
    for (int i = 0; i < 256; i++) {
      texels[4 * i] = (byte) i;
      texels[4 * i + 1] = (byte) (255 - i);
      texels[4 * i + 3] = (byte) (i ^ 0x55);
    }
    Texture texture = new Texture(16, 16, true, List.of(texels));
    ByteBuffer words = TexelPacking.texels(texture);
    ByteBuffer alpha = TexelPacking.alpha(texture);
    for (int i = 0; i < 256; i++) {
      double red = (words.getInt(4 * i) & 1023) / 1023.0;
      double green = (words.getInt(4 * i) >> 10 & 1023) / 1023.0;
      assertEquals(i, encode(red * red), 0.51, "red");
      assertEquals(255 - i, encode(green * green), 0.51, "green");
      assertEquals(0, words.getInt(4 * i) >> 20 & 1023, "blue");
      assertEquals(i ^ 0x55, alpha.getInt(4 * (i / 4)) >> 8 * (i % 4) & 255, "alpha");
    }
  }

  @Test
  void oneTexelHasOneAlphaWord() {
    Texture texture = new Texture(1, 1, false, List.of(new byte[] {(byte) 128, 0, 0, (byte) 200}));
    assertEquals(1, TexelPacking.alphaWords(texture));
    assertEquals(200, TexelPacking.alpha(texture).getInt(0));
    assertEquals(Math.round(128 / 255.0 * 1023), TexelPacking.texels(texture).getInt(0));
  }

  private static double encode(double linear) {
    return 255
        * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055);
  }
}
