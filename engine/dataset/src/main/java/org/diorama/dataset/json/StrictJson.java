package org.diorama.dataset.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.ByteArrayOutputStream;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.label.LabelVerdict;
import org.diorama.core.light.LampShape;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.sample.DrawnValue;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.SampledSky;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.surface.SurfaceKind;
import org.diorama.dataset.layout.Layout;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How records become JSON and back. Writing: keys in snake case in the order of the components,
 * numbers in their shortest exact form by the library's own algorithm (the JDK's differs between
 * versions), no white space. Reading: a key too many or too few, twice, or of another type is an
 * error; nothing is guessed.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER = mapper();

  /** What the library says of its own switches, which no user can turn. */
  private static final Pattern LIBRARY_TALK =
      Pattern.compile("(?: \\(start marker at |[;:,] (?=[^;:,]*Feature)| \\((?=[^(]*Feature)).*");

  private StrictJson() {}

  public static JsonMapper instance() {
    return MAPPER;
  }

  /**
   * One line of JSON, line feed included.
   *
   * @throws DioramaException INTERNAL with the way to the number where one is not finite
   */
  public static byte[] line(Object value) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator generator = new FiniteNumbers(MAPPER.createGenerator(line))) {
      MAPPER.writeValue(generator, value);
    } catch (JacksonException e) {
      throw new DioramaException(
          ExitStatus.INTERNAL,
          "cannot be written as JSON: " + e.getOriginalMessage() + within(e),
          e);
    }
    line.write('\n');
    return line.toByteArray();
  }

  /**
   * The version of a form, which is its first key: asked before the rest is read, which another
   * version has otherwise. Absent where there is none.
   */
  public static OptionalInt version(byte[] json) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      boolean first =
          parser.nextToken() == JsonToken.START_OBJECT
              && "version".equals(parser.nextName())
              && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
      return first ? OptionalInt.of(parser.getIntValue()) : OptionalInt.empty();
    } catch (JacksonException e) {
      return OptionalInt.empty();
    }
  }

  /** The error of a file that is not what it should be, with line and column. */
  public static DioramaException unreadable(String source, String what, JacksonException failure) {
    TokenStreamLocation at = failure.getLocation();
    String place =
        at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    String said = failure.getOriginalMessage().lines().findFirst().orElse("").strip();
    String reason = LIBRARY_TALK.matcher(said).replaceFirst("");
    return new DioramaException(
        ExitStatus.BAD_INPUT,
        source + place + ": not a " + what + ": " + reason + within(failure),
        failure);
  }

  /** The way to the fault, such as {@code (in views[0].camera)}. */
  private static String within(JacksonException failure) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : failure.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.isEmpty() ? "" : " (in " + path + ")";
  }

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .changeDefaultVisibility(
            visible ->
                visible
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .withCoercionConfig(LogicalType.Textual, StrictJson::refuseNumbers)
        .addModule(new CoreJson())
        .addMixIn(LabelRules.Then.class, SnakeCaseNames.class)
        .addMixIn(Category.Form.class, SnakeCaseNames.class)
        .addMixIn(Category.Use.class, SnakeCaseNames.class)
        .addMixIn(Layout.class, SnakeCaseNames.class)
        .addMixIn(Annotator.class, TextNames.class)
        .addMixIn(FloatFiles.class, SnakeCaseNames.class)
        .addMixIn(LabelVerdict.class, SnakeCaseNames.class)
        .addMixIn(NoPlace.class, SnakeCaseNames.class)
        .addMixIn(ToneCurve.class, SnakeCaseNames.class)
        .addMixIn(SampledSky.class, ToldByKeys.class)
        .addMixIn(TargetKind.class, SnakeCaseNames.class)
        .addMixIn(DrawnValue.class, DrawnValueKeys.class)
        .addMixIn(LampShape.class, LampShapeNames.class)
        .addMixIn(SurfaceKind.class, SnakeCaseNames.class)
        .build();
  }

  private static void refuseNumbers(MutableCoercionConfig texts) {
    texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** A lamp's shape says first which it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LampShape.Point.class, name = "point"),
    @JsonSubTypes.Type(value = LampShape.Spot.class, name = "spot"),
    @JsonSubTypes.Type(value = LampShape.Rectangle.class, name = "rectangle"),
    @JsonSubTypes.Type(value = LampShape.Disk.class, name = "disk"),
    @JsonSubTypes.Type(value = LampShape.Tube.class, name = "tube")
  })
  private interface LampShapeNames {}

  /** Its text stands for what was drawn. */
  @JsonAutoDetect(fieldVisibility = Visibility.NONE)
  @JsonPropertyOrder({"path", "instance", "value"})
  private abstract static class DrawnValueKeys {
    @JsonCreator
    static DrawnValue read(
        @JsonProperty("path") String path,
        @JsonProperty("instance") long instance,
        @JsonProperty("value") String value) {
      throw new UnsupportedOperationException("the class has it");
    }

    @JsonProperty("path")
    abstract String path();

    @JsonProperty("instance")
    abstract long instance();

    @JsonProperty("value")
    abstract String value();
  }

  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  private interface SnakeCaseNames {}

  /** The naming strategy knows no digits after an underscore. */
  private interface TextNames {
    @JsonValue
    String text();
  }

  /** Of a sealed family whose members have no key in common: they need no name. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  private interface ToldByKeys {}
}
