package org.diorama.cli;

import org.diorama.core.EngineVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code diorama --version} prints. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"diorama " + EngineVersion.text()};
  }
}
