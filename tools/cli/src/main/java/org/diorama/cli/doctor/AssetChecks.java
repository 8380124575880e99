package org.diorama.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diorama.assets.AssetLocations;
import org.diorama.assets.pack.PackFolder;
import org.diorama.assets.pack.PackManifest;
import org.diorama.core.render.RendererFinding;

/** Where assets live on this machine, and which packs are there. */
final class AssetChecks {
  private AssetChecks() {}

  static List<RendererFinding> run(AssetLocations locations) {
    List<RendererFinding> findings = new ArrayList<>();
    findings.add(cache(locations.cache()));
    for (String name : PackManifest.KNOWN) {
      PackManifest manifest = PackManifest.find(name).orElseThrow();
      boolean there = PackFolder.of(manifest, locations.packs()).isInstalled();
      findings.add(
          new RendererFinding(
              "pack." + name,
              there ? "installed" : "not installed; only scenes that name it need it",
              there,
              there ? "" : manifest.installCommand()));
    }
    return findings;
  }

  /** The cache's folder is made when needed, so its nearest parent that exists decides. */
  private static RendererFinding cache(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean usable = Files.isDirectory(existing) && Files.isWritable(existing);
    return new RendererFinding(
        "cache",
        folder + (usable ? "" : " cannot be written"),
        usable,
        usable ? "" : "set DIORAMA_CACHE to a folder that can be written");
  }
}
