package org.diorama.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Which module may use what. Dependencies point one way: tools to renderers and engine, renderers
 * to core, the engine's modules to core.
 *
 * @param name the package below {@code org.diorama}
 * @param allowed package patterns beside its own and the JDK's {@code java..}
 * @param reason why nothing else is allowed
 */
record ModuleRules(String name, List<String> allowed, String reason) {
  private static final String CORE = "org.diorama.core..";

  static final List<ModuleRules> ALL =
      List.of(
          new ModuleRules(
              "core",
              List.of("org.joml.."),
              "sampling and labels are pure: no file format, no OpenGL, no other module"),
          new ModuleRules(
              "scenefile",
              List.of(CORE, "tools.jackson..", "com.fasterxml.jackson..", "org.snakeyaml.."),
              "it turns YAML into core's description and knows nothing else"),
          new ModuleRules(
              "assets",
              List.of(
                  CORE,
                  "tools.jackson..",
                  "com.fasterxml.jackson..",
                  "org.joml..",
                  "javax.imageio..",
                  "org.apache.commons.compress..",
                  "com.github.luben.zstd..",
                  "org.lwjgl",
                  "org.lwjgl.system..",
                  "org.lwjgl.assimp..",
                  "org.lwjgl.stb..",
                  "org.lwjgl.util..",
                  "org.lwjgl.util.meshoptimizer.."),
              "the importer knows no OpenGL: baked assets serve every renderer"),
          new ModuleRules(
              "procedural", List.of(CORE), "meshes are made from parameters and a seed alone"),
          new ModuleRules(
              "physics",
              List.of(CORE, "com.jme3.."),
              "rigid bodies and nothing else: what falls, and on what, is sampling's business"),
          new ModuleRules(
              "ephemeris",
              List.of(CORE, "net.e175.klaus.solarpositioning..", "org.shredzone.commons.suncalc.."),
              "it answers core's one question; what the answer lights is sampling's business"),
          new ModuleRules(
              "dataset",
              List.of(
                  CORE,
                  "tools.jackson..",
                  "com.fasterxml.jackson..",
                  "org.snakeyaml..",
                  "javax.imageio..",
                  "org.apache.commons.compress..",
                  "com.github.luben.zstd.."),
              "ids, RLE and JSON live here, whatever rendered the frame"),
          new ModuleRules(
              "testkit",
              List.of(
                  CORE,
                  "org.diorama.procedural..",
                  "org.junit..",
                  "org.opentest4j..",
                  "javax.imageio..",
                  "tools.jackson.."),
              "it serves the tests of every module above core"),
          new ModuleRules(
              "opengl",
              List.of(CORE, "org.joml..", "org.lwjgl.."),
              "a renderer knows no COCO, no dataset, no scene file and no other renderer"),
          new ModuleRules(
              "reference",
              List.of(CORE, "org.joml.."),
              "the oracle shares nothing with the renderer that it judges"),
          new ModuleRules(
              "cli",
              List.of(
                  CORE,
                  "org.diorama.scenefile..",
                  "org.diorama.assets..",
                  "org.diorama.procedural..",
                  "org.diorama.dataset..",
                  "picocli..",
                  "me.tongfei.progressbar..",
                  "com.sun.management..",
                  "tools.jackson..",
                  "com.fasterxml.jackson..",
                  "javax.imageio.."),
              "renderers are found at run time, so another one needs no change here"));

  String packages() {
    return "org.diorama." + name + "..";
  }

  /** The module's classes use only what it may use. */
  ArchRule rule() {
    List<String> patterns = new ArrayList<>(allowed);
    patterns.add(packages());
    patterns.add("java..");
    return classes()
        .that()
        .resideInAPackage(packages())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(patterns.toArray(String[]::new)))
        .because(reason);
  }

  /** The packages of one module form layers. */
  ArchRule noCycles() {
    return SlicesRuleDefinition.slices()
        .matching("org.diorama." + name + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("a package that others build on must not build on them");
  }
}
