package org.diorama.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that the rules speak of. This module's tests see every module. */
final class ProjectClasses {
  private ProjectClasses() {}

  /** Every class of the project but its tests. */
  static JavaClasses main() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.diorama");
  }

  /** The classes of a test that break a rule on purpose. */
  static JavaClasses broken(Class<?>... classes) {
    return new ClassFileImporter().importClasses(classes);
  }
}
