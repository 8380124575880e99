package org.diorama.assets.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.assets.pack.PackFolder;
import org.diorama.assets.pack.PackManifest;

/** All models of all installed packs. */
public final class Catalog {
  private final Map<String, CatalogEntry> entries = new LinkedHashMap<>();
  private final List<PackManifest> missing = new ArrayList<>();

  private Catalog() {}

  /**
   * @param packs the folder of all packs; need not exist
   * @throws org.diorama.core.DioramaException BAD_INPUT where an installed pack cannot be read
   */
  public static Catalog open(Path packs) {
    Catalog catalog = new Catalog();
    for (String name : PackManifest.KNOWN) {
      PackManifest manifest = PackManifest.find(name).orElseThrow();
      PackFolder folder = PackFolder.of(manifest, packs);
      if (folder.isInstalled()) {
        FurnitureCatalog.read(folder).stream()
            .sorted(Comparator.comparing(CatalogEntry::id))
            .forEach(entry -> catalog.entries.put(entry.id(), entry));
      } else {
        catalog.missing.add(manifest);
      }
    }
    return catalog;
  }

  /** By id. */
  public List<CatalogEntry> entries() {
    return List.copyOf(entries.values());
  }

  public Optional<CatalogEntry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Those whose class is one of these, by id. */
  public List<CatalogEntry> ofCategories(List<String> categories) {
    return entries.values().stream().filter(e -> categories.contains(e.category())).toList();
  }

  /** Packs that could be installed. */
  public List<PackManifest> missing() {
    return List.copyOf(missing);
  }
}
