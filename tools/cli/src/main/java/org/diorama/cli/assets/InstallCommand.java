package org.diorama.cli.assets;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diorama.assets.AssetLocations;
import org.diorama.assets.pack.AptFetcher;
import org.diorama.assets.pack.PackInstaller;
import org.diorama.assets.pack.PackManifest;
import org.diorama.core.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama assets install}: gets a pack, checks it, needs no root. */
@Command(
    name = "install",
    description = "Downloads and verifies a pack of models.",
    mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PACK", description = "Such as sweethome3d-furniture.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "The Debian package, or a folder with the pack's archives; no download.")
  private Path from;

  @Override
  public Integer call() {
    PackManifest manifest =
        PackManifest.find(name)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "there is no pack '"
                            + name
                            + "'; there are: "
                            + String.join(", ", PackManifest.KNOWN)));
    PrintWriter err = spec.commandLine().getErr();
    err.println(manifest.title() + " " + manifest.version());
    err.flush();
    Path packs = AssetLocations.of(System.getenv()).packs();
    PackInstaller.Outcome outcome =
        new PackInstaller(packs, new AptFetcher()).install(manifest, Optional.ofNullable(from));
    err.println(
        switch (outcome) {
          case INSTALLED -> "installed in " + packs.resolve(name);
          case ALREADY_THERE -> "already installed in " + packs.resolve(name);
        });
    return ExitStatus.DONE.code();
  }
}
