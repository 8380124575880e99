package org.diorama.assets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.diorama.assets.pack.PackArchive;
import org.diorama.assets.pack.PackFolder;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.Vec3;

/**
 * Reads SweetHome3D's furniture archives: zip files with a {@code
 * PluginFurnitureCatalog.properties} (ISO-8859-1) whose keys end in the model's number, sizes in
 * centimeters, models with +Y up and their front towards +Z.
 */
public final class FurnitureCatalog {
  private static final String PROPERTIES = "PluginFurnitureCatalog.properties";

  private static final double METERS_PER_CENTIMETER = 0.01;

  private FurnitureCatalog() {}

  /**
   * Every model of an installed pack, archive by archive, by number.
   *
   * @throws DioramaException BAD_INPUT where an archive cannot be read
   */
  public static List<CatalogEntry> read(PackFolder pack) {
    CategoryTable categories = new CategoryTable(pack.manifest().categories());
    List<CatalogEntry> entries = new ArrayList<>();
    for (PackArchive archive : pack.manifest().archives()) {
      try {
        entries.addAll(read(pack, archive, categories));
      } catch (IOException | IllegalArgumentException e) {
        throw new DioramaException(
            ExitStatus.BAD_INPUT,
            pack.archive(archive)
                + " cannot be read ("
                + e.getMessage()
                + "); remove the pack's folder and run "
                + pack.manifest().installCommand(),
            e);
      }
    }
    return entries;
  }

  private static List<CatalogEntry> read(
      PackFolder pack, PackArchive archive, CategoryTable categories) throws IOException {
    Properties properties = new Properties();
    try (ZipFile zip = new ZipFile(pack.archive(archive).toFile())) {
      ZipEntry entry = zip.getEntry(PROPERTIES);
      if (entry == null) {
        throw new IOException("no " + PROPERTIES);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        properties.load(in); // ISO-8859-1 by definition
      }
    }
    List<CatalogEntry> entries = new ArrayList<>();
    for (int number = 1; properties.containsKey("model#" + number); number++) {
      entries.add(entry(pack.manifest().name(), archive, categories, properties, number));
    }
    return entries;
  }

  private static CatalogEntry entry(
      String pack,
      PackArchive archive,
      CategoryTable categories,
      Properties properties,
      int number) {
    String path = text(properties, "model", number).substring(1);
    return new CatalogEntry(
        pack + "/" + path.substring(0, path.lastIndexOf('/')),
        pack,
        text(properties, "name", number),
        categories.category(archive.stem(), number, path),
        text(properties, "category", number),
        text(properties, "creator", number),
        archive,
        path,
        new Vec3(
            meters(properties, "width", number),
            meters(properties, "depth", number),
            meters(properties, "height", number)),
        properties.containsKey("elevation#" + number) ? meters(properties, "elevation", number) : 0,
        rotation(properties.getProperty("modelRotation#" + number, "1 0 0 0 1 0 0 0 1")));
  }

  private static String text(Properties properties, String key, int number) {
    String value = properties.getProperty(key + "#" + number);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("no " + key + "#" + number);
    }
    return value.strip();
  }

  private static double meters(Properties properties, String key, int number) {
    return Double.parseDouble(text(properties, key, number)) * METERS_PER_CENTIMETER;
  }

  private static List<Double> rotation(String text) {
    return Arrays.stream(text.strip().split("\\s+")).map(Double::valueOf).toList();
  }
}
