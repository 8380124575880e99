package org.diorama.opengl.pass;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GpuLayoutTest {
  /** Textures stay bound from pass to pass: two on one unit would be mistaken for one another. */
  @Test
  void everyTextureHasAUnitOfItsOwn() throws IllegalAccessException {
    Map<Integer, String> taken = new HashMap<>();
    for (Field field : GpuLayout.class.getDeclaredFields()) {
      if (field.getName().endsWith("_UNIT")) {
        String other = taken.put(field.getInt(null), field.getName());
        assertNull(other, () -> field.getName() + " and " + other);
      }
    }
    assertTrue(taken.size() > 8, taken::toString);
  }
}
