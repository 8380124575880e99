package org.diorama.cli.assets;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.AssetLocations;
import org.diorama.assets.bake.BakeHeader;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.AssetReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama assets import}: tries model files and says how to use them in a scene. */
@Command(
    name = "import",
    description = "Imports model files into the cache and prints the lines for a scene.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "OBJ, glTF, GLB or STL.")
  private List<Path> files;

  @Option(
      names = "--category",
      required = true,
      paramLabel = "NAME",
      description = "What it is a model of: the scene's category of its labels.")
  private String category;

  @Option(
      names = "--units",
      paramLabel = "UNIT",
      defaultValue = "m",
      description =
          "Length of one unit of the file: mm, cm, m, in or ft (default: ${DEFAULT-VALUE}).")
  private Unit unit;

  @Option(
      names = "--up",
      paramLabel = "AXIS",
      defaultValue = "y",
      description = "Of the file: y or z (default: ${DEFAULT-VALUE}).")
  private AssetReference.UpAxis up;

  @Option(names = "--dry-run", description = "Tries the import and keeps nothing.")
  private boolean dryRun;

  /** Lengths as scene files name them. */
  enum Unit {
    M(1),
    CM(0.01),
    MM(0.001),
    IN(0.0254),
    FT(0.3048);

    private final double meters;

    Unit(double meters) {
      this.meters = meters;
    }
  }

  @Override
  public Integer call() {
    AssetLocations locations = AssetLocations.of(System.getenv());
    if (!dryRun) {
      return importInto(locations);
    }
    try {
      Path scratch = Files.createTempDirectory("diorama-import");
      try {
        return importInto(new AssetLocations(scratch, locations.packs()));
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int importInto(AssetLocations locations) {
    PrintWriter err = spec.commandLine().getErr();
    int failed = 0;
    try (AssetLibrary library = MachineAssets.library(locations)) {
      for (Path file : files) {
        try {
          describe(file, library);
        } catch (DioramaException e) {
          if (e.status() != ExitStatus.BAD_INPUT) {
            throw e;
          }
          err.println(e.getMessage());
          failed++;
        }
      }
    }
    return (failed == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }

  private void describe(Path file, AssetLibrary library) {
    PrintWriter out = spec.commandLine().getOut();
    String id =
        library.candidates(new AssetReference.ModelFile(file.toString(), unit.meters, up)).get(0);
    BakeHeader header = library.bakeHeader(id);
    header.warnings().forEach(line -> spec.commandLine().getErr().println(file + ": " + line));
    out.println(
        "# "
            + file
            + ": "
            + header.levelTriangles().get(0)
            + " triangles, "
            + ListCommand.size(header.bounds().size())
            + " m");
    out.println(
        String.format(
            Locale.ROOT,
            "%s: {asset: {file: %s, units: %s, up: %s}, label: %s}",
            stem(file),
            file,
            unit.name().toLowerCase(Locale.ROOT),
            up.name().toLowerCase(Locale.ROOT),
            category));
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9_]", "_");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(entry);
      }
    }
  }
}
