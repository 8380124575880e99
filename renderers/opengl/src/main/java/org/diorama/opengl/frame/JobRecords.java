package org.diorama.opengl.frame;

import static org.lwjgl.opengl.GL45C.GL_RGBA32F;
import static org.lwjgl.opengl.GL45C.GL_RGBA32UI;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.asset.Part;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.render.Draw;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.RenderJob;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.StreamBuffer;
import org.diorama.opengl.pass.GlassPass;
import org.diorama.opengl.pass.GpuLayout;
import org.diorama.opengl.resident.ResidentImage;
import org.diorama.opengl.resident.ResidentModel;

/** What all views of a job share, flattened into device records. */
final class JobRecords {
  private final StreamBuffer drawBuffer;
  private final StreamBuffer materialBuffer;
  private final StreamBuffer surfaceBuffer;
  private final List<Instance> instances = new ArrayList<>();
  private final List<PartDraw> parts = new ArrayList<>();
  private final List<MaterialUse> materials = new ArrayList<>();
  private final List<Integer> firstParts = new ArrayList<>();
  private List<InstanceRow> rows = List.of();
  private boolean finished;
  private boolean frosted;
  private boolean solid;

  JobRecords(GlScope scope) {
    this.drawBuffer = new StreamBuffer(scope);
    this.materialBuffer = new StreamBuffer(scope);
    this.surfaceBuffer = new StreamBuffer(scope);
  }

  /** Replaces the records by those of a job. */
  void build(RenderJob job, Map<Draw.ModelKey, ResidentModel> models) {
    instances.clear();
    parts.clear();
    firstParts.clear();
    materials.clear();
    List<Draw> draws = job.drawsByInstance();
    draws.forEach(draw -> instances.add(new Instance(draw, models.get(draw.modelKey()))));
    rows = InstanceRow.of(draws);
    Map<MaterialUse, Integer> places = new HashMap<>();
    for (int i = 0; i < instances.size(); i++) {
      Instance instance = instances.get(i);
      ResidentModel model = instance.model();
      firstParts.add(parts.size());
      for (Part part : instance.level().parts()) {
        String name = model.materials().get(part.material()).name();
        MaterialUse use = new MaterialUse(model, part.material(), instance.draw().overrides(name));
        Integer place = places.putIfAbsent(use, materials.size());
        if (place == null) {
          place = materials.size();
          materials.add(use);
        }
        parts.add(
            new PartDraw(
                i,
                place,
                model.firstIndex() + part.firstIndex(),
                model.firstVertex(),
                part.indexCount(),
                testsAlpha(model.materials().get(part.material())),
                use.finish().isTransparent()));
      }
    }
    writeDraws();
    writeMaterials();
    writeSurfaces();
  }

  private static boolean testsAlpha(Material material) {
    return material.alphaMode() == AlphaMode.MASK
        && material.baseColorTexture() != Material.NO_TEXTURE;
  }

  private void writeDraws() {
    ByteBuffer out = drawBuffer.begin((long) parts.size() * GpuLayout.DRAW_BYTES);
    for (PartDraw part : parts) {
      out.putInt(part.instance()).putInt(part.material());
      out.putInt(part.firstIndex()).putInt(part.baseVertex());
    }
    drawBuffer.upload();
  }

  private void writeMaterials() {
    finished = false;
    frosted = false;
    solid = false;
    ByteBuffer out = materialBuffer.begin((long) materials.size() * GpuLayout.MATERIAL_BYTES);
    for (MaterialUse use : materials) {
      ResidentModel model = use.model;
      Material material = model.materials().get(use.material);
      SampledMaterial drawn = use.drawn;
      LinearColor color = drawn.baseColor().orElse(material.baseColor());
      putColor(out, color, drawn.metallic().orElse(material.metallic()));
      double roughness = drawn.roughness().orElse(material.roughness());
      putColor(out, drawn.emission().orElse(material.emittedLuminance()), roughness);
      int baseColor =
          drawn.baseColor().isPresent() ? Material.NO_TEXTURE : material.baseColorTexture();
      putImage(out, model, baseColor);
      putImage(out, model, material.normalTexture());
      putImage(out, model, material.metallicRoughnessTexture());
      putAlpha(out, model, material);
      Finish finish = use.finish();
      FinishRecord.put(out, finish);
      finished |= !finish.isPlain();
      frosted |= finish.isTransparent() && roughness >= GlassPass.FROSTED_FROM;
      solid |= finish.isTransparent() && finish.transmission().solid();
    }
    materialBuffer.upload();
  }

  private static void putColor(ByteBuffer out, LinearColor color, double fourth) {
    out.putFloat((float) color.red()).putFloat((float) color.green());
    out.putFloat((float) color.blue()).putFloat((float) fourth);
  }

  private static void putImage(ByteBuffer out, ResidentModel model, int texture) {
    if (texture == Material.NO_TEXTURE) {
      out.putInt(0).putInt(0).putInt(0).putInt(0);
    } else {
      ResidentImage image = model.images().get(texture);
      out.putInt(image.firstTexel()).putInt(image.width());
      out.putInt(image.height()).putInt(image.levels());
    }
  }

  private static void putAlpha(ByteBuffer out, ResidentModel model, Material material) {
    if (testsAlpha(material)) {
      ResidentImage image = model.images().get(material.baseColorTexture());
      out.putInt(image.alphaWord()).putInt(image.width()).putInt(image.height());
    } else {
      out.putInt(0).putInt(0).putInt(0);
    }
    out.putFloat((float) material.alphaCutoff());
  }

  private void writeSurfaces() {
    ByteBuffer out = surfaceBuffer.begin((long) instances.size() * GpuLayout.SURFACE_BYTES);
    int[] rowOfDraw = InstanceRow.rowOfDraw(rows);
    for (int draw = 0; draw < instances.size(); draw++) {
      Instance instance = instances.get(draw);
      Affine3 m = instance.draw().worldFromObject();
      Affine3 i = m.inverse();
      float id = Float.intBitsToFloat(instance.draw().instanceId());
      putRow(out, m.m00(), m.m01(), m.m02(), id);
      putRow(out, m.m10(), m.m11(), m.m12(), Float.intBitsToFloat(rowOfDraw[draw]));
      putRow(out, m.m20(), m.m21(), m.m22(), Float.intBitsToFloat(firstParts.get(draw)));
      int own = 1 + draw - rows.get(rowOfDraw[draw]).firstDraw();
      putRow(out, i.m00(), i.m10(), i.m20(), Float.intBitsToFloat(own));
      putRow(out, i.m01(), i.m11(), i.m21(), 0);
      putRow(out, i.m02(), i.m12(), i.m22(), 0);
    }
    surfaceBuffer.upload();
  }

  static void putRow(ByteBuffer out, double x, double y, double z, float w) {
    out.putFloat((float) x).putFloat((float) y).putFloat((float) z).putFloat(w);
  }

  /** By rising instance id. */
  List<Instance> instances() {
    return instances;
  }

  /** Of the instance table. */
  List<InstanceRow> rows() {
    return rows;
  }

  List<PartDraw> parts() {
    return parts;
  }

  /** All that a part's material is made of; equal ones look the same. */
  Object material(PartDraw part) {
    return materials.get(part.material());
  }

  /** Whether any material has a finish. */
  boolean isFinished() {
    return finished;
  }

  /** What is transparent. */
  GlassPass.Kinds glass() {
    return new GlassPass.Kinds(frosted, solid);
  }

  void bind() {
    drawBuffer.buffer().bindStorage(GpuLayout.DRAWS);
    materialBuffer.buffer().bindStorage(GpuLayout.MATERIALS);
    surfaceBuffer.buffer().bindStorage(GpuLayout.SURFACES);
    drawBuffer.buffer().bindTexels(GpuLayout.DRAW_UNIT, GL_RGBA32UI);
    materialBuffer.buffer().bindTexels(GpuLayout.MATERIAL_UNIT, GL_RGBA32UI);
    surfaceBuffer.buffer().bindTexels(GpuLayout.SURFACE_UNIT, GL_RGBA32F);
  }

  private record MaterialUse(ResidentModel model, int material, SampledMaterial drawn) {
    Finish finish() {
      return drawn.finish(model.materials().get(material));
    }
  }
}
