package org.diorama.dataset.json;

import java.lang.reflect.Array;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value as an array of numbers, and reads it back. */
final class ArrayJson {
  static final int ANY_LENGTH = -1;

  private ArrayJson() {}

  static final class Writer<T, A> extends StdSerializer<T> {
    private final transient Function<T, A> toArray;

    Writer(Class<T> type, Function<T, A> toArray) {
      super(type);
      this.toArray = toArray;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      context.writeValue(generator, toArray.apply(value));
    }
  }

  static final class Reader<T, A> extends StdDeserializer<T> {
    private final transient Class<A> array;
    private final transient Function<A, T> fromArray;
    private final int length;

    Reader(Class<T> type, Class<A> array, Function<A, T> fromArray, int length) {
      super(type);
      this.array = array;
      this.fromArray = fromArray;
      this.length = length;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      A values = context.readValue(parser, array);
      if (length != ANY_LENGTH && Array.getLength(values) != length) {
        return context.reportInputMismatch(
            this, "%d values where %d belong", Array.getLength(values), length);
      }
      try {
        return fromArray.apply(values);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }
}
