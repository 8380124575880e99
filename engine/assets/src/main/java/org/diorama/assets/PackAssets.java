package org.diorama.assets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.catalog.Catalog;
import org.diorama.assets.catalog.CatalogEntry;
import org.diorama.assets.catalog.KeypointTable;
import org.diorama.assets.catalog.PartTable;
import org.diorama.assets.catalog.SkeletonTable;
import org.diorama.assets.pack.PackFolder;
import org.diorama.assets.pack.PackManifest;
import org.diorama.assets.source.ArchiveSource;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.NearestNames;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.scene.AssetReference.UpAxis;

/** Models of installed packs as assets, {@code <pack>/<folder of the model>}. */
final class PackAssets {
  private final Path packs;
  private final SkeletonTable skeletons = SkeletonTable.shipped();
  private final Map<String, KeypointTable> keypoints = new ConcurrentHashMap<>();
  private final Map<String, PartTable> parts = new ConcurrentHashMap<>();
  private Catalog catalog;

  PackAssets(Path packs) {
    this.packs = packs;
  }

  /** Read when first needed. */
  synchronized Catalog catalog() {
    if (catalog == null) {
      catalog = Catalog.open(packs);
    }
    return catalog;
  }

  CatalogEntry entry(String id) {
    return catalog().find(id).orElseThrow(() -> unknown(id));
  }

  List<String> ofCategories(List<String> categories) {
    List<CatalogEntry> entries = catalog().ofCategories(categories);
    if (entries.isEmpty()) {
      throw noneOf(categories);
    }
    return entries.stream().map(CatalogEntry::id).toList();
  }

  /** Named points of a model and the skeleton of its class. */
  AssetKeypoints keypoints(CatalogEntry entry) {
    KeypointTable table =
        keypoints.computeIfAbsent(
            entry.pack(),
            pack -> new KeypointTable(PackManifest.find(pack).orElseThrow().keypoints()));
    return new AssetKeypoints(table.of(model(entry)), skeletons.of(entry.category()));
  }

  /** Its asset's id without the pack. */
  private static String model(CatalogEntry entry) {
    return entry.id().substring(entry.pack().length() + 1);
  }

  ModelFile file(CatalogEntry entry) {
    PackManifest manifest = PackManifest.find(entry.pack()).orElseThrow();
    int slash = entry.path().lastIndexOf('/');
    ArchiveSource source =
        new ArchiveSource(
            PackFolder.of(manifest, packs).archive(entry.archive()),
            entry.archive().sha256(),
            entry.path().substring(0, slash));
    PartTable table =
        parts.computeIfAbsent(manifest.name(), pack -> new PartTable(manifest.parts()));
    ImportOptions options =
        new ImportOptions(
            1, UpAxis.Y, entry.rotation(), Optional.of(entry.size()), table.of(model(entry)));
    return new ModelFile(source, entry.path().substring(slash + 1), options, entry.id());
  }

  private DioramaException unknown(String id) {
    for (PackManifest pack : catalog().missing()) {
      if (id.startsWith(pack.name() + "/")) {
        return missing("asset '" + id + "'", pack);
      }
    }
    List<String> near =
        NearestNames.of(id, catalog().entries().stream().map(CatalogEntry::id).toList());
    return new DioramaException(
        ExitStatus.BAD_INPUT, "unknown asset '" + id + "'" + hint(near, "assets"));
  }

  private DioramaException noneOf(List<String> categories) {
    String wanted = "assets of category " + String.join(", ", categories);
    if (!catalog().missing().isEmpty()) {
      return missing(wanted, catalog().missing().get(0));
    }
    TreeSet<String> known = new TreeSet<>();
    catalog().entries().forEach(entry -> known.add(entry.category()));
    known.remove("");
    List<String> near =
        categories.stream().flatMap(name -> NearestNames.of(name, known).stream()).toList();
    return new DioramaException(
        ExitStatus.BAD_INPUT, "no pack has " + wanted + hint(near, "categories"));
  }

  private static String hint(List<String> near, String what) {
    return near.isEmpty()
        ? "; `tools/diorama assets list` shows all " + what
        : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static DioramaException missing(String wanted, PackManifest pack) {
    return new DioramaException(
        ExitStatus.BAD_INPUT,
        wanted
            + ": the pack "
            + pack.name()
            + " is not installed; run `"
            + pack.installCommand()
            + "`");
  }
}
