package org.diorama.opengl.egl;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diorama.opengl.gl.GlBuffer;
import org.diorama.opengl.gl.GlCensus;
import org.diorama.opengl.gl.GlFramebuffer;
import org.diorama.opengl.gl.GlProgram;
import org.diorama.opengl.gl.GlScope;
import org.diorama.opengl.gl.GlTexture;
import org.diorama.opengl.gl.GlVertexArray;

/**
 * Two threads, each with a context, draw at the same time with ever other buffers to ever other
 * targets, in a process of its own.
 */
final class BusyContextsMain {
  private static final int THREADS = 2;
  private static final int ROUNDS = 3000;
  private static final int DRAWS = 40;
  private static final int BUFFERS = 80;
  private static final int TEXTURES = 8;
  private static final int TARGETS = 4;
  private static final int BYTES = 1 << 14;

  private BusyContextsMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<EglDisplay> displays = new ArrayList<>();
    Thread probe =
        new Thread(
            () ->
                displays.addAll(OpenedDevice.find(DeviceChoice.SOFTWARE, false).displays(THREADS)));
    probe.start();
    probe.join();
    AtomicInteger sound = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      EglDisplay display = displays.get(i);
      threads.add(new Thread(() -> draw(display, sound)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("sound " + sound.get());
  }

  @SuppressWarnings("try") // The context is current on this thread and needs no mention.
  private static void draw(EglDisplay display, AtomicInteger sound) {
    try (EglContext context = EglContext.open(display, false);
        GlScope scope = new GlScope(new GlCensus())) {
      GlProgram.link(scope, Map.of(), "busy.vert", "busy.frag").use();
      new GlVertexArray(scope).bind();
      List<GlBuffer> buffers = new ArrayList<>();
      for (int i = 0; i < BUFFERS; i++) {
        buffers.add(new GlBuffer(scope, BYTES, GL_DYNAMIC_STORAGE_BIT));
      }
      List<GlFramebuffer> targets = new ArrayList<>();
      for (int i = 0; i < TARGETS; i++) {
        targets.add(
            GlFramebuffer.of(
                scope,
                GlTexture.plane(scope, GL_RGBA32F, 8, 8),
                GlTexture.plane(scope, GL_DEPTH_COMPONENT32F, 8, 8)));
      }
      List<GlTexture> textures = new ArrayList<>();
      for (int i = 0; i < TEXTURES; i++) {
        textures.add(GlTexture.plane(scope, GL_RGBA32F, 16, 16));
      }
      glViewport(0, 0, 8, 8);
      for (int round = 0; round < ROUNDS; round++) {
        targets.get(round % TARGETS).bind();
        for (int i = 0; i < DRAWS; i++) {
          for (int binding = 0; binding < 3; binding++) {
            buffers.get((7 * round + 3 * i + binding) % BUFFERS).bindStorage(binding);
          }
          textures.get(i % TEXTURES).bind(0);
          textures.get((i + 1) % TEXTURES).bind(1);
          glDrawArrays(GL_TRIANGLES, 0, 3);
        }
        glNamedBufferSubData(buffers.get(round % BUFFERS).name(), 0, new float[16]);
      }
      if (glGetError() == GL_NO_ERROR) {
        sound.incrementAndGet();
      }
    }
  }
}
