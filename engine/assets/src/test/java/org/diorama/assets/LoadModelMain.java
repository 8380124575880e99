package org.diorama.assets;

import java.nio.file.Path;

/** Loads one model of a folder and prints its digest. */
final class LoadModelMain {
  private LoadModelMain() {}

  public static void main(String[] arguments) {
    try (LibraryFixture fixture = new LibraryFixture(Path.of(arguments[0]))) {
      System.out.println("digest " + fixture.model(arguments[1]).digest());
    }
  }
}
