package org.diorama.dataset.json;

import java.io.IOException;
import java.io.OutputStream;

/** The elements of a JSON array, one a line, without its brackets. */
public final class JsonArray {
  private final OutputStream out;
  private boolean empty = true;

  public JsonArray(OutputStream out) {
    this.out = out;
  }

  public void add(Object element) throws IOException {
    if (!empty) {
      out.write(',');
    }
    out.write('\n');
    out.write(StrictJson.instance().writeValueAsBytes(element));
    empty = false;
  }
}
