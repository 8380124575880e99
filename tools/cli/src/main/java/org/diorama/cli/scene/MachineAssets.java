package org.diorama.cli.scene;

import java.nio.file.Path;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.AssetLocations;
import org.diorama.procedural.ProceduralWorkshop;

/** The assets of this machine: shapes, installed packs, and model files. */
public final class MachineAssets {
  private MachineAssets() {}

  /** Relative model files start in the working folder. */
  public static AssetLibrary library() {
    return library(Path.of("").toAbsolutePath());
  }

  /**
   * @param folder where relative model files start
   */
  public static AssetLibrary library(Path folder) {
    return library(folder, AssetLocations.of(System.getenv()));
  }

  public static AssetLibrary library(Path folder, AssetLocations locations) {
    return new AssetLibrary(folder, locations, new ProceduralWorkshop());
  }
}
