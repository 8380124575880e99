package org.diorama.assets;

import static org.diorama.assets.ModelFixtures.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.asset.Model;
import org.diorama.core.math.Aabb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts are the meshes that a file names, by material where one wears several. */
class NamedPartsTest {
  @TempDir static Path folder;
  private static LibraryFixture fixture;

  @BeforeAll
  static void open() throws IOException {
    fixture = new LibraryFixture(folder);
    write(folder, "parts.mtl", "newmtl wood\nKd 1 0 0\nnewmtl metal\nKd 0 1 0\n");
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static AssetParts parts(String file) {
    return fixture.library.parts(fixture.id(file), 0);
  }

  /** A triangle of an OBJ file at a place of its own. */
  private static String triangle(int at) {
    return "v %d 0 0\nv %d 1 0\nv %d 0 1\nf -3 -2 -1\n".formatted(at, at, at);
  }

  @Test
  void objectsAndGroupsOfObjFilesInTheirOrder() throws IOException {
    write(
        folder,
        "chair.obj",
        "mtllib parts.mtl\no seat\nusemtl wood\n"
            + triangle(0)
            + "usemtl metal\n"
            + triangle(1)
            + "g legs\nusemtl wood\n"
            + triangle(2)
            + "o back\nusemtl metal\n"
            + triangle(3)
            + "o seat\nusemtl wood\n"
            + triangle(4));
    AssetParts parts = parts("chair.obj");
    assertEquals(List.of("seat/wood", "seat/metal", "legs", "back"), parts.names());
    assertEquals(List.of(1, 2, 3, 4), parts.numbers());
    Model model = fixture.model("chair.obj");
    assertEquals(model.bounds(), parts.bounds().stream().reduce(Aabb.EMPTY, Aabb::union));
    // The seat's wood is at both ends of the file; all others are triangles of no width.
    List<Double> widths = parts.bounds().stream().map(box -> box.size().x()).toList();
    assertEquals(List.of(model.bounds().size().x(), 0.0, 0.0, 0.0), widths);
    assertEquals(2, model.materials().size());
    assertEquals(2, model.levels().get(0).parts().get(0).triangleCount());
  }

  @Test
  void whatHasNoNameIsCalledAfterItsMaterial() throws IOException {
    write(
        folder,
        "plain.obj",
        "mtllib parts.mtl\nusemtl wood\n"
            + triangle(0)
            + "usemtl metal\n"
            + triangle(1)
            + "g default\n"
            + triangle(2));
    AssetParts parts = parts("plain.obj");
    assertEquals(List.of("wood", "metal"), parts.names());
    assertEquals(List.of(1, 2), parts.numbers());
    Files.write(folder.resolve("binary.stl"), GlbFixture.stl(1));
    assertEquals(List.of("DefaultMaterial"), parts("binary.stl").names());
  }

  @Test
  void solidsOfStlFiles() throws IOException {
    String facet =
        "facet normal 0 -1 0\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 0 1\n"
            + "endloop\nendfacet\n";
    write(
        folder,
        "two.stl",
        "solid body\n" + facet + "endsolid body\nsolid lid\n" + facet + "endsolid lid\n");
    AssetParts parts = parts("two.stl");
    assertEquals(List.of("body", "lid"), parts.names());
    assertEquals(List.of(1, 2), parts.numbers());
    Aabb all = fixture.model("two.stl").bounds();
    assertEquals(List.of(all, all), parts.bounds());
  }

  /** Nodes 0 to 3 show one mesh: a named one, a group with an unnamed child, an unnamed one. */
  @Test
  void nodesOfGltfFilesElseTheirMeshesElseWhatTheyStandIn() throws IOException {
    byte[] image = ModelFixtures.png(1, 0xffffffff);
    String nodes =
        GlbFixture.json(image, "{\"name\":\"paint\"}")
            .replace("[{\"nodes\":[0]}]", "[{\"nodes\":[0,1,2]}]")
            .replace(
                "\"nodes\":[{\"mesh\":0",
                "\"nodes\":[{\"mesh\":0,\"name\":\"wheel left\"},"
                    + "{\"name\":\"wheel right\",\"children\":[3]},"
                    + "{\"mesh\":0},{\"mesh\":0");
    Files.write(folder.resolve("nodes.glb"), GlbFixture.glb(nodes, GlbFixture.binary(image)));
    assertEquals(List.of("wheel left", "paint", "wheel right"), parts("nodes.glb").names());
    String named = nodes.replace("\"meshes\":[{", "\"meshes\":[{\"name\":\"tire\",");
    Files.write(folder.resolve("meshes.glb"), GlbFixture.glb(named, GlbFixture.binary(image)));
    assertEquals(List.of("wheel left", "tire"), parts("meshes.glb").names());
  }
}
