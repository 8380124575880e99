package org.diorama.assets.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.bake.PartRule;
import org.diorama.assets.bake.PieceBounds;
import org.diorama.assets.process.ImportReply.Outcome;
import org.diorama.assets.source.ArchiveSource;
import org.diorama.assets.source.FolderSource;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.AssetReference.UpAxis;
import org.junit.jupiter.api.Test;

class ImportRequestTest {
  private static DataInputStream reader(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(ImportRequest request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    request.writeTo(new DataOutputStream(out));
    return out.toByteArray();
  }

  @Test
  void requestsForFoldersComeThrough() throws IOException {
    ImportRequest request =
        new ImportRequest(
            new FolderSource(Path.of("/models/ä")),
            "a b.obj",
            ImportOptions.of(0.001, UpAxis.Z),
            Path.of("/out/x.bake"));
    assertEquals(request, ImportRequest.readFrom(reader(bytes(request))));
  }

  @Test
  void requestsForArchivesComeThrough() throws IOException {
    ImportOptions options =
        new ImportOptions(
            1,
            UpAxis.Y,
            List.of(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, -1.0, 0.0, 0.0),
            Optional.of(new Vec3(1, 2, 3)),
            List.of(
                new PartRule("wheels", "*tire*", "rubber"),
                new PartRule("body", "*", "*", PieceBounds.parse("z>0.5 x<-1"))));
    ArchiveSource source = new ArchiveSource(Path.of("/packs/a.sh3f"), "12ab", "maker/chair");
    ImportRequest request = new ImportRequest(source, "chair.obj", options, Path.of("/out/x.bake"));
    ImportRequest read = ImportRequest.readFrom(reader(bytes(request)));
    assertEquals(options, read.options());
    ArchiveSource readSource = (ArchiveSource) read.source();
    assertEquals(source.archive(), readSource.archive());
    assertEquals(source.archiveDigest(), readSource.archiveDigest());
    assertEquals(source.folder(), readSource.folder());
  }

  @Test
  void repliesComeThroughCutToALine() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImportReply reply = new ImportReply(Outcome.REFUSED, "x".repeat(100_000));
    reply.writeTo(new DataOutputStream(out));
    assertEquals(reply, ImportReply.readFrom(reader(out.toByteArray())));
    assertEquals(2000, reply.text().length());
  }

  @Test
  void nonsenseIsNoReply() {
    assertThrows(IOException.class, () -> ImportReply.readFrom(reader(new byte[] {77, 0, 0})));
    assertThrows(EOFException.class, () -> ImportReply.readFrom(reader(new byte[] {1, 0, 9})));
  }
}
