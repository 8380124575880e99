package org.diorama.cli.assets;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.bake.BakeHeader;
import org.diorama.assets.catalog.CatalogEntry;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.asset.SupportRegion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama assets show}: all about one asset. */
@Command(
    name = "show",
    description = "Prints what is known of an asset; imports it first where that was not done yet.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "As 'assets list' prints it, or primitive/box.")
  private String id;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (AssetLibrary library = MachineAssets.library()) {
      AssetFact fact = library.fact(id);
      out.println("id          " + fact.id());
      Optional<CatalogEntry> entry = library.catalogEntry(id);
      entry.ifPresent(
          known -> {
            out.println("title       " + known.title());
            out.println(
                "category    "
                    + (known.category().isEmpty() ? "none" : known.category())
                    + " ("
                    + known.supercategory()
                    + ")");
            out.println("license     " + known.license());
            out.println("credit      " + known.attribution());
            out.println("true size   " + ListCommand.size(known.size()) + " m");
          });
      out.println("size        " + ListCommand.size(fact.bounds().size()) + " m");
      out.println("digest      " + fact.digest());
      if (entry.isPresent()) {
        print(library.bakeHeader(id), out);
      }
      library.parts(id, 0).names().forEach(name -> out.println("part        " + name));
      fact.surfaces().forEach(surface -> out.println("surface     " + line(surface)));
      fact.keypoints()
          .points()
          .forEach(
              point ->
                  out.println(
                      String.format(
                          Locale.ROOT,
                          "keypoint    %-17s %.3f, %.3f, %.3f m",
                          point.name(),
                          point.position().x(),
                          point.position().y(),
                          point.position().z())));
      out.println("in a scene  asset: " + id);
    }
    return ExitStatus.DONE.code();
  }

  /** Name, height, extent, area and room above. */
  private static String line(NamedSurface surface) {
    SupportRegion region = surface.region();
    return String.format(
        Locale.ROOT,
        "%-9s %.3f m high, %.3fx%.3f m, %.4f m2, %s",
        surface.name(),
        surface.height(),
        region.sizeX(),
        region.sizeY(),
        region.area(),
        room(region));
  }

  private static String room(SupportRegion region) {
    if (region.leastFreeHeight() == Double.POSITIVE_INFINITY) {
      return "open above";
    }
    String least = String.format(Locale.ROOT, "%.3f m free above", region.leastFreeHeight());
    return region.greatestFreeHeight() == Double.POSITIVE_INFINITY
        ? least + ", in parts open"
        : least;
  }

  private static void print(BakeHeader header, PrintWriter out) {
    out.println("triangles   " + header.levelTriangles() + " from the finest level down");
    header.warnings().forEach(warning -> out.println("warning     " + warning));
  }
}
