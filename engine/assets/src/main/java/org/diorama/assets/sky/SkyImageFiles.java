package org.diorama.assets.sky;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.assets.source.Sha256;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.sky.image.SkyImage;
import org.diorama.core.sky.image.SkyImageFact;

/** Images of skies by the names that scenes have for them; the ones used last are kept. */
public final class SkyImageFiles {
  private static final int MOST_KEPT = 3;
  private static final long MOST_BYTES = 1L << 30;

  private final ModelFolders folders;
  private final Map<String, SkyImageFact> facts = new HashMap<>();
  private final Map<String, SkyImage> images = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

  /**
   * @param folders that they may lie in
   */
  public SkyImageFiles(ModelFolders folders) {
    this.folders = folders;
  }

  /**
   * @throws DioramaException BAD_INPUT where there is none that may be read, or it is damaged
   */
  public synchronized SkyImageFact fact(String file) {
    SkyImageFact known = facts.get(file);
    return known == null ? image(file).fact() : known;
  }

  /**
   * @throws DioramaException BAD_INPUT as {@link #fact}
   */
  public synchronized SkyImage image(String file) {
    SkyImage image = images.get(file);
    if (image == null) {
      image = read(file);
      images.put(file, image);
      facts.put(file, image.fact());
      if (images.size() > MOST_KEPT) {
        images.remove(images.keySet().iterator().next());
      }
    }
    return image;
  }

  private SkyImage read(String name) {
    Path file = folders.require(name, "image of a sky");
    MessageDigest digest = Sha256.newDigest();
    try (InputStream in =
        new BufferedInputStream(
            new DigestInputStream(Files.newInputStream(file), digest), 1 << 16)) {
      if (Files.size(file) > MOST_BYTES) {
        throw new SkyImageException("is larger than " + MOST_BYTES + " bytes");
      }
      SkyRows.Read read = read(in);
      // What follows the image is of the file, too.
      in.transferTo(OutputStream.nullOutputStream());
      SkyImage image =
          SkyImage.of(read.panorama(), HexFormat.of().formatHex(digest.digest()), read.unit());
      if (!(image.fact().illuminance().luminance() > 0)) {
        throw new SkyImageException("is black above its horizon");
      }
      return image;
    } catch (SkyImageException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, name + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DioramaException(
          ExitStatus.INPUT_OUTPUT, name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static SkyRows.Read read(InputStream in) throws IOException {
    in.mark(4);
    byte[] start = in.readNBytes(4);
    if (start.length == 4
        && ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt() == ExrReader.MAGIC) {
      return ExrReader.read(in);
    }
    if (!new String(start, StandardCharsets.ISO_8859_1).startsWith(RadianceReader.MAGIC)) {
      throw new SkyImageException("is neither a Radiance picture (.hdr) nor OpenEXR (.exr)");
    }
    in.reset();
    return RadianceReader.read(in);
  }
}
