package org.diorama.cli.assets;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.AssetLocations;
import org.diorama.assets.AssetRow;
import org.diorama.assets.catalog.Catalog;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.core.ExitStatus;
import org.diorama.core.math.Vec3;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diorama assets list}: one tab-separated line an asset. */
@Command(
    name = "list",
    description =
        "Prints id, category, pack, license, triangles and size (width x depth x height in"
            + " meters), separated by tabs.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--category", paramLabel = "NAME", description = "Only this category.")
  private String category;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (AssetLibrary library = MachineAssets.library()) {
      library.rows().stream()
          .filter(row -> category == null || row.category().equals(category))
          .forEach(row -> out.println(line(row)));
    }
    PrintWriter err = spec.commandLine().getErr();
    Catalog.open(AssetLocations.of(System.getenv()).packs())
        .missing()
        .forEach(
            pack -> err.println("not installed: " + pack.name() + "; " + pack.installCommand()));
    return ExitStatus.DONE.code();
  }

  private static String line(AssetRow row) {
    return String.join(
        "\t",
        row.id(),
        orDash(row.category()),
        orDash(row.pack()),
        orDash(row.license()),
        row.triangles().isPresent() ? Integer.toString(row.triangles().getAsInt()) : "-",
        size(row.size()));
  }

  static String size(Vec3 meters) {
    return String.format(Locale.ROOT, "%.3fx%.3fx%.3f", meters.x(), meters.y(), meters.z());
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
