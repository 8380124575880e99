package org.diorama.assets.process;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.bake.PartRule;
import org.diorama.assets.bake.PieceBounds;
import org.diorama.assets.source.ArchiveSource;
import org.diorama.assets.source.FolderSource;
import org.diorama.assets.source.ModelSource;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;

/**
 * What the parent asks of the child, and how it is written on the wire.
 *
 * @param name of the model file in its source
 * @param output where the bake is written; replaced if it exists
 */
public record ImportRequest(ModelSource source, String name, ImportOptions options, Path output) {

  public void writeTo(DataOutput out) throws IOException {
    if (source instanceof FolderSource folder) {
      out.writeUTF("folder");
      out.writeUTF(folder.folder().toString());
    } else if (source instanceof ArchiveSource archive) {
      out.writeUTF("archive");
      out.writeUTF(archive.archive().toString());
      out.writeUTF(archive.archiveDigest());
      out.writeUTF(archive.folder());
    }
    out.writeUTF(name);
    out.writeDouble(options.metersPerUnit());
    out.writeUTF(options.up().name());
    for (double value : options.rotation()) {
      out.writeDouble(value);
    }
    out.writeBoolean(options.size().isPresent());
    if (options.size().isPresent()) {
      Vec3 size = options.size().get();
      out.writeDouble(size.x());
      out.writeDouble(size.y());
      out.writeDouble(size.z());
    }
    out.writeInt(options.parts().size());
    for (PartRule part : options.parts()) {
      out.writeUTF(part.name());
      out.writeUTF(part.mesh());
      out.writeUTF(part.material());
      write(out, part.where().above());
      write(out, part.where().below());
    }
    out.writeUTF(output.toString());
  }

  private static void write(DataOutput out, List<Double> values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static List<Double> readBounds(DataInput in) throws IOException {
    return List.of(in.readDouble(), in.readDouble(), in.readDouble());
  }

  public static ImportRequest readFrom(DataInput in) throws IOException {
    ModelSource source =
        in.readUTF().equals("folder")
            ? new FolderSource(Path.of(in.readUTF()))
            : new ArchiveSource(Path.of(in.readUTF()), in.readUTF(), in.readUTF());
    String name = in.readUTF();
    double metersPerUnit = in.readDouble();
    UpAxis up = UpAxis.valueOf(in.readUTF());
    List<Double> rotation = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rotation.add(in.readDouble());
    }
    Optional<Vec3> size =
        in.readBoolean()
            ? Optional.of(new Vec3(in.readDouble(), in.readDouble(), in.readDouble()))
            : Optional.empty();
    List<PartRule> parts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String part = in.readUTF();
      String mesh = in.readUTF();
      String material = in.readUTF();
      PieceBounds where = new PieceBounds(readBounds(in), readBounds(in));
      parts.add(new PartRule(part, mesh, material, where));
    }
    ImportOptions options = new ImportOptions(metersPerUnit, up, rotation, size, parts);
    return new ImportRequest(source, name, options, Path.of(in.readUTF()));
  }
}
