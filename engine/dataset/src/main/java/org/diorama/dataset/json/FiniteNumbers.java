package org.diorama.dataset.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.util.JsonGeneratorDelegate;

/** Refuses numbers that JSON has no form for, rather than writing them as texts. */
final class FiniteNumbers extends JsonGeneratorDelegate {
  FiniteNumbers(JsonGenerator target) {
    super(target);
  }

  @Override
  public JsonGenerator writeNumber(double value) {
    require(value);
    return super.writeNumber(value);
  }

  @Override
  public JsonGenerator writeNumber(float value) {
    require(value);
    return super.writeNumber(value);
  }

  @Override
  public JsonGenerator writeArray(double[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      require(values[i]);
    }
    return super.writeArray(values, offset, length);
  }

  private void require(double value) {
    if (!Double.isFinite(value)) {
      throw new StreamWriteException(this, value + " is no number that can be written");
    }
  }
}
