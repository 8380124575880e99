package org.diorama.assets.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.diorama.assets.bake.BakeFile;
import org.diorama.assets.bake.BakeHeader;
import org.diorama.assets.process.ImportRequest;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.MeshBounds;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.ModelDigest;
import org.diorama.core.asset.Texture;
import org.diorama.core.bvh.MeshBvhBuilder;
import org.diorama.core.support.SupportFinder;

/** From a model file to a baked one: import, materials and textures, mesh, hierarchies. */
final class ModelBaker {
  /** Materials below it are clear: their triangles are left out. */
  private static final double FAINTEST_OPACITY = 0.05;

  private ModelBaker() {}

  /**
   * @throws ImportFailure where the model is at fault, IOException where one of its files is
   */
  static void bake(ImportRequest request) throws ImportFailure, OutputFailure, IOException {
    OpenedFiles files = new OpenedFiles(request.source());
    ImportedScene scene = new AssimpImport(files).read(request.name(), request.options());
    List<String> warnings = new ArrayList<>(scene.warnings());
    List<ImportedPart> named =
        new PartNamer(scene.materials(), request.options().parts(), warnings)
            .name(visibleParts(scene, warnings));
    List<ImportedPart> parts = named.stream().map(BackSides::leaveOut).toList();

    MaterialBaker materialBaker = new MaterialBaker(new Images(files, scene.embedded(), warnings));
    List<Material> materials = new ArrayList<>();
    List<Integer> worn = parts.stream().map(ImportedPart::material).distinct().sorted().toList();
    for (int material : worn) {
      materials.add(materialBaker.bake(scene.materials().get(material)));
    }
    List<ImportedPart> numbered =
        parts.stream().map(part -> part.withMaterial(worn.indexOf(part.material()))).toList();
    List<Texture> textures = materialBaker.textures();

    MeshBaker.Baked baked =
        MeshBaker.bake(
            numbered, material -> materials.get(material).normalTexture() != Material.NO_TEXTURE);
    Model model = model(baked, materials, textures);
    List<Double> errors = baked.levels().stream().map(LevelOfDetail::error).toList();
    List<Integer> triangles = baked.levels().stream().map(LevelOfDetail::triangleCount).toList();
    BakeHeader header =
        new BakeHeader(
            files.inputs(),
            List.copyOf(new LinkedHashSet<>(warnings)),
            model.digest(),
            model.bounds(),
            errors,
            triangles,
            SupportFinder.find(MeshSurface.of(model, 0)));
    try {
      BakeFile.write(request.output(), header, model);
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
  }

  private static Model model(
      MeshBaker.Baked baked, List<Material> materials, List<Texture> textures) {
    List<MeshBvh> hierarchies = new ArrayList<>();
    for (LevelOfDetail level : baked.levels()) {
      hierarchies.add(MeshBvhBuilder.build(baked.mesh(), level));
    }
    return new Model(
        ModelDigest.of(baked.mesh(), materials, baked.partNames(), textures, baked.levels()),
        MeshBounds.of(baked.mesh(), baked.levels().get(0)),
        baked.mesh(),
        materials,
        baked.partNames(),
        textures,
        baked.levels(),
        hierarchies);
  }

  private static List<ImportedPart> visibleParts(ImportedScene scene, List<String> warnings)
      throws ImportFailure {
    List<ImportedPart> visible = new ArrayList<>();
    for (ImportedPart part : scene.parts()) {
      if (part.material() < 0 || part.material() >= scene.materials().size()) {
        throw new ImportFailure("has a mesh without a material");
      }
      if (scene.materials().get(part.material()).opacity() >= FAINTEST_OPACITY) {
        visible.add(part);
      } else {
        warnings.add(
            "material '"
                + scene.materials().get(part.material()).name()
                + "' is clear: its triangles are left out");
      }
    }
    if (visible.isEmpty()) {
      throw new ImportFailure("is clear all over");
    }
    return visible;
  }
}
