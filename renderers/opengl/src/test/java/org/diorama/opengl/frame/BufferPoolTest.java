package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
  private final BufferPool pool = new BufferPool();

  @Test
  void buffersComeBackBySize() {
    ByteBuffer first = pool.take(64);
    assertNotSame(first, pool.take(64), "still in use");
    first.putInt(7).order(ByteOrder.BIG_ENDIAN);
    pool.give(first);
    assertNotSame(first, pool.take(128));
    ByteBuffer again = pool.take(64);
    assertSame(first, again);
    assertEquals(0, again.position());
    assertEquals(64, again.remaining());
    assertEquals(ByteOrder.nativeOrder(), again.order());
  }

  /** Were its buffer in the pool twice, two frames would share it. */
  @Test
  void aFrameClosedTwiceGivesItsBuffersOnce() {
    PooledFrame frame = new PooledFrame(pool);
    ByteBuffer plane = frame.take(16);
    frame.close();
    frame.close();
    assertSame(plane, pool.take(16));
    assertNotSame(plane, pool.take(16));
  }
}
