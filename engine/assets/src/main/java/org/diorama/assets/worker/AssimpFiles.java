package org.diorama.assets.worker;

import static org.lwjgl.system.MemoryUtil.NULL;
import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memAlloc;
import static org.lwjgl.system.MemoryUtil.memCopy;
import static org.lwjgl.system.MemoryUtil.memFree;
import static org.lwjgl.system.MemoryUtil.memUTF8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lwjgl.assimp.AIFile;
import org.lwjgl.assimp.AIFileCloseProc;
import org.lwjgl.assimp.AIFileFlushProc;
import org.lwjgl.assimp.AIFileIO;
import org.lwjgl.assimp.AIFileOpenProc;
import org.lwjgl.assimp.AIFileReadProc;
import org.lwjgl.assimp.AIFileSeek;
import org.lwjgl.assimp.AIFileTellProc;
import org.lwjgl.assimp.AIFileWriteProc;
import org.lwjgl.assimp.Assimp;
import org.lwjgl.system.NativeResource;

/** Gives Assimp the files of one model, read-only. No exception crosses into native code. */
final class AssimpFiles implements AutoCloseable {
  private final OpenedFiles files;
  private final Map<Long, OpenFile> open = new HashMap<>();
  private final AIFileOpenProc openProc = AIFileOpenProc.create(this::open);
  private final AIFileCloseProc closeProc = AIFileCloseProc.create((io, file) -> close(file));
  private final AIFileReadProc readProc = AIFileReadProc.create(this::read);
  private final AIFileWriteProc writeProc = AIFileWriteProc.create((file, data, size, count) -> 0);
  private final AIFileTellProc tellProc = AIFileTellProc.create(file -> open.get(file).position);
  private final AIFileTellProc sizeProc =
      AIFileTellProc.create(file -> open.get(file).content.capacity());
  private final AIFileSeek seekProc = AIFileSeek.create(this::seek);
  private final AIFileFlushProc flushProc = AIFileFlushProc.create(file -> {});
  private final AIFileIO io = AIFileIO.calloc();

  AssimpFiles(OpenedFiles files) {
    this.files = files;
    io.OpenProc(openProc).CloseProc(closeProc);
  }

  AIFileIO io() {
    return io;
  }

  private static final class OpenFile {
    final AIFile handle;
    final ByteBuffer content;
    long position;

    OpenFile(AIFile handle, ByteBuffer content) {
      this.handle = handle;
      this.content = content;
    }
  }

  private long open(long fileIo, long name, long mode) {
    try {
      Optional<byte[]> found = files.read(memUTF8(name));
      if (found.isEmpty()) {
        return NULL;
      }
      ByteBuffer content = memAlloc(Math.max(1, found.get().length)).limit(found.get().length);
      content.put(found.get()).flip();
      AIFile handle =
          AIFile.calloc().set(readProc, writeProc, tellProc, sizeProc, seekProc, flushProc, NULL);
      open.put(handle.address(), new OpenFile(handle, content.slice()));
      return handle.address();
    } catch (IOException e) {
      return NULL; // OpenedFiles keeps it
    }
  }

  private long read(long file, long destination, long size, long count) {
    OpenFile opened = open.get(file);
    if (size <= 0 || count <= 0) {
      return 0;
    }
    long left = opened.content.capacity() - opened.position;
    long whole = Math.min(count, left / size);
    memCopy(memAddress(opened.content) + opened.position, destination, whole * size);
    opened.position += whole * size;
    return whole;
  }

  private int seek(long file, long offset, int origin) {
    OpenFile opened = open.get(file);
    long base =
        switch (origin) {
          case Assimp.aiOrigin_SET -> 0;
          case Assimp.aiOrigin_CUR -> opened.position;
          default -> opened.content.capacity();
        };
    long target = base + offset;
    if (target < 0 || target > opened.content.capacity()) {
      return Assimp.aiReturn_FAILURE;
    }
    opened.position = target;
    return Assimp.aiReturn_SUCCESS;
  }

  private void close(long file) {
    OpenFile opened = open.remove(file);
    if (opened != null) {
      memFree(opened.content);
      opened.handle.free();
    }
  }

  @Override
  public void close() {
    for (long file : open.keySet().toArray(Long[]::new)) {
      close(file);
    }
    io.free();
    for (NativeResource callback :
        new NativeResource[] {
          openProc, closeProc, readProc, writeProc, tellProc, sizeProc, seekProc, flushProc
        }) {
      callback.free();
    }
  }
}
