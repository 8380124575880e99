package org.diorama.dataset.verify.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.PresentFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A COCO file of any length. One pass finds where each image and annotation stands, 32 bytes of
 * memory for each; they are read from their places when they are asked for, by several threads if
 * need be.
 */
public final class CocoFile implements AutoCloseable {
  /** Stands for an id that is missing or no whole number. */
  public static final long NO_ID = Long.MIN_VALUE;

  /** So many numbers that are not finite are told of one entry; one is enough to find it. */
  private static final int MOST_OF_AN_ENTRY = 4;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Entries images = new Entries();
  private final Entries annotations = new Entries();
  private final List<JsonNode> categories = new ArrayList<>();
  private final FileChannel channel;
  private final JsonMapper mapper;
  private final NotFinite.Listener notFinite;
  private boolean hasImages;
  private boolean hasAnnotations;
  private boolean panoptic;
  private boolean segmented;
  private boolean fractions;
  private boolean pixels;
  private boolean ours;
  private boolean marked;
  private long[] imageIds = new long[0];
  private int[] indexOfImage = new int[0];
  private int[] firstOf = new int[1];
  private int[] order = new int[0];

  /** Where the elements of one array stand, and what they are called. */
  private static final class Entries {
    private final LongColumn ids = new LongColumn();
    private final LongColumn images = new LongColumn();
    private final LongColumn offsets = new LongColumn();
    private final LongColumn lengths = new LongColumn();
  }

  private CocoFile(FileChannel channel, JsonMapper mapper, NotFinite.Listener notFinite) {
    this.channel = channel;
    this.mapper = mapper;
    this.notFinite = notFinite;
  }

  /**
   * Finds what a file holds.
   *
   * @throws FaultyFile JSON_UNREADABLE, FILE_UNREADABLE
   */
  public static CocoFile open(Path file) throws IOException, FaultyFile {
    return open(file, Json.MAPPER, number -> {});
  }

  /**
   * Finds what a file holds in which numbers may be NaN or infinite, as some writers have them.
   *
   * @param notFinite hears of each such number before this returns
   * @throws FaultyFile JSON_UNREADABLE, FILE_UNREADABLE
   */
  public static CocoFile openLeniently(Path file, NotFinite.Listener notFinite)
      throws IOException, FaultyFile {
    return open(file, Json.LENIENT, notFinite);
  }

  private static CocoFile open(Path file, JsonMapper mapper, NotFinite.Listener notFinite)
      throws IOException, FaultyFile {
    CocoFile coco = new CocoFile(PresentFile.channel(file), mapper, notFinite);
    try (InputStream in = PresentFile.stream(file);
        JsonParser parser = mapper.createParser(in)) {
      coco.marked = coco.startsWithMark();
      coco.scan(parser);
      coco.group();
      return coco;
    } catch (JacksonException e) {
      coco.close();
      throw coco.unreadable(e);
    } catch (IOException | FaultyFile | RuntimeException | Error e) {
      coco.close();
      throw e;
    }
  }

  /** Where reading stopped, and why; all that came before counts for nothing. */
  private FaultyFile unreadable(JacksonException failure) {
    FaultyFile fault = Json.unreadable(failure);
    return new FaultyFile(
        fault.fault(),
        "%s (%sthe %d images and %d annotations before it are not verified)"
            .formatted(
                fault.getMessage(),
                failure.getOriginalMessage().startsWith("Unexpected end-of-input")
                    ? "the file ends in the middle; "
                    : "",
                images.ids.size(),
                annotations.ids.size()));
  }

  private boolean startsWithMark() throws IOException {
    ByteBuffer first = ByteBuffer.allocate(MARK.length);
    channel.read(first, 0);
    return Arrays.equals(first.array(), MARK);
  }

  private void scan(JsonParser parser) throws FaultyFile {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new FaultyFile(Fault.JSON_UNREADABLE, "it is no object with images and annotations");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals("images")) {
        hasImages = true;
        entries(parser, images);
      } else if (array && name.equals("annotations")) {
        hasAnnotations = true;
        entries(parser, annotations);
      } else if (array && name.equals("categories")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode category = mapper.readTree(parser);
          if (Json.hasNotFinite(category)) {
            notFinite.found(
                new NotFinite(
                    "categories", category.toString(), OptionalLong.empty(), OptionalLong.empty()));
          }
          categories.add(category);
        }
      } else if (name.equals("info") && parser.currentToken() == JsonToken.START_OBJECT) {
        info(parser);
      } else {
        skip(parser, name, 0).forEach(notFinite::found);
      }
    }
    if (parser.nextToken() != null) {
      throw new FaultyFile(
          Fault.JSON_UNREADABLE,
          "line %d: more follows its object; loaders stop"
              .formatted(parser.currentLocation().getLineNr()));
    }
  }

  private void info(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING && key.equals("version")) {
        ours = parser.getString().startsWith("diorama ");
      }
      skip(parser, "info", 0).forEach(notFinite::found);
    }
  }

  private void entries(JsonParser parser, Entries entries) throws FaultyFile {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new FaultyFile(
            Fault.JSON_UNREADABLE, "line " + parser.currentLocation().getLineNr() + ": no object");
      }
      long start = parser.currentTokenLocation().getByteOffset();
      long id = NO_ID;
      long image = NO_ID;
      List<NotFinite> odd = List.of();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NUMBER_INT && name.equals("id")) {
          id = whole(parser);
        } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("image_id")) {
          image = whole(parser);
        } else {
          panoptic |= name.equals("segments_info");
          odd = joined(odd, annotationValue(parser, name));
        }
      }
      OptionalLong ofEntry = id == NO_ID ? OptionalLong.empty() : OptionalLong.of(id);
      OptionalLong ofImage = image == NO_ID ? OptionalLong.empty() : OptionalLong.of(image);
      for (NotFinite number : odd) {
        notFinite.found(
            entries == images
                ? number.of(ofEntry, OptionalLong.empty())
                : number.of(ofImage, ofEntry));
      }
      entries.ids.add(id);
      entries.images.add(image);
      entries.offsets.add(start);
      entries.lengths.add(parser.currentTokenLocation().getByteOffset() + 1 - start);
    }
  }

  private static List<NotFinite> joined(List<NotFinite> some, List<NotFinite> more) {
    return some.isEmpty()
        ? more
        : Stream.concat(some.stream(), more.stream()).limit(MOST_OF_AN_ENTRY).toList();
  }

  private List<NotFinite> annotationValue(JsonParser parser, String name) {
    if (name.equals("bbox") && parser.currentToken() == JsonToken.START_ARRAY) {
      return box(parser);
    }
    if (!name.equals("segmentation") || parser.currentToken() != JsonToken.START_ARRAY) {
      segmented |= name.equals("segmentation") && parser.currentToken() == JsonToken.START_OBJECT;
      return skip(parser, name, 0);
    }
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      return List.of();
    }
    segmented = true;
    return skip(parser, name, 1);
  }

  private List<NotFinite> box(JsonParser parser) {
    List<NotFinite> found = List.of();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      List<NotFinite> odd = skip(parser, "bbox", 0);
      found = joined(found, odd);
      if (parser.currentToken().isNumeric() && odd.isEmpty()) {
        double number = parser.getDoubleValue();
        fractions |= number > 0 && number < 1;
        pixels |= number < 0 || number > 1;
      }
    }
    return found;
  }

  /**
   * Passes over a value.
   *
   * @param open lists around the parser's token that belong to the value
   * @return the first numbers in it that are not finite
   */
  private static List<NotFinite> skip(JsonParser parser, String key, int open) {
    List<NotFinite> found = List.of();
    int depth = open;
    do {
      JsonToken token = parser.currentToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (NotFinite.is(parser) && found.size() < MOST_OF_AN_ENTRY) {
        found = joined(found, List.of(NotFinite.at(parser, key)));
      }
    } while (depth > 0 && parser.nextToken() != null);
    return found;
  }

  private static long whole(JsonParser parser) {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? NO_ID
        : parser.getLongValue();
  }

  /** Brings the annotations of each image together: a counting sort, which keeps their order. */
  private void group() {
    imageIds = Arrays.stream(images.ids.sorted()).distinct().toArray();
    indexOfImage = new int[imageIds.length];
    for (int i = images.ids.size() - 1; i >= 0; i--) {
      indexOfImage[Arrays.binarySearch(imageIds, images.ids.get(i))] = i;
    }
    firstOf = new int[imageIds.length + 1];
    int count = annotations.ids.size();
    for (int i = 0; i < count; i++) {
      int place = Arrays.binarySearch(imageIds, annotations.images.get(i));
      if (place >= 0) {
        firstOf[place + 1]++;
      }
    }
    for (int i = 1; i < firstOf.length; i++) {
      firstOf[i] += firstOf[i - 1];
    }
    order = new int[firstOf[imageIds.length]];
    int[] next = firstOf.clone();
    for (int i = 0; i < count; i++) {
      int place = Arrays.binarySearch(imageIds, annotations.images.get(i));
      if (place >= 0) {
        order[next[place]++] = i;
      }
    }
  }

  /** Whether the file has a list of images at all. */
  public boolean hasImages() {
    return hasImages;
  }

  /** Whether the file has a list of annotations at all. */
  public boolean hasAnnotations() {
    return hasAnnotations;
  }

  /** Whether it begins with UTF-8's byte order mark, which JSON must not have (RFC 8259). */
  public boolean hasByteOrderMark() {
    return marked;
  }

  /** Whether any annotation has a segmentation that is no empty list. */
  public boolean hasSegmentations() {
    return segmented;
  }

  /** Whether the numbers of all boxes lie within 0 and 1, and not all at the ends. */
  public boolean boxesAreFractions() {
    return fractions && !pixels;
  }

  /** Whether it says that this engine wrote, converted or merged it. */
  public boolean isOurs() {
    return ours;
  }

  /** Whether annotations list segments; COCO gives those no ids. */
  public boolean isPanoptic() {
    return panoptic;
  }

  public List<JsonNode> categories() {
    return List.copyOf(categories);
  }

  public int imageCount() {
    return images.ids.size();
  }

  public int annotationCount() {
    return annotations.ids.size();
  }

  /** {@link #NO_ID} where it has none. */
  public long imageId(int index) {
    return images.ids.get(index);
  }

  /** {@link #NO_ID} where it has none. */
  public long annotationId(int index) {
    return annotations.ids.get(index);
  }

  /** The image that an annotation names; {@link #NO_ID} where it names none. */
  public long imageOf(int index) {
    return annotations.images.get(index);
  }

  /** Whether an image of that id is listed. */
  public boolean hasImage(long id) {
    return Arrays.binarySearch(imageIds, id) >= 0;
  }

  /** The first image of an id that is listed. */
  public JsonNode imageOfId(long id) throws IOException, FaultyFile {
    return image(indexOfImage[Arrays.binarySearch(imageIds, id)]);
  }

  /** Indices of the annotations of an image, in the file's order. */
  public int[] annotationsOf(long image) {
    int place = Arrays.binarySearch(imageIds, image);
    return place < 0 ? new int[0] : Arrays.copyOfRange(order, firstOf[place], firstOf[place + 1]);
  }

  /** Ids that several images have; likewise of annotations. Ascending, each once. */
  public long[] repeatedImageIds() {
    return repeated(images.ids);
  }

  public long[] repeatedAnnotationIds() {
    return repeated(annotations.ids);
  }

  private static long[] repeated(LongColumn ids) {
    long[] sorted = ids.sorted();
    LongColumn repeated = new LongColumn();
    for (int i = 1; i < sorted.length; i++) {
      boolean first = i == 1 || sorted[i - 2] != sorted[i];
      if (sorted[i] == sorted[i - 1] && first && sorted[i] != NO_ID) {
        repeated.add(sorted[i]);
      }
    }
    return repeated.sorted();
  }

  public JsonNode image(int index) throws IOException, FaultyFile {
    return element(images, index);
  }

  public JsonNode annotation(int index) throws IOException, FaultyFile {
    return element(annotations, index);
  }

  private JsonNode element(Entries entries, int index) throws IOException, FaultyFile {
    ByteBuffer bytes = ByteBuffer.allocate((int) entries.lengths.get(index));
    long offset = entries.offsets.get(index);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new FaultyFile(Fault.JSON_UNREADABLE, "the file has become shorter");
      }
    }
    return Json.parse(bytes.array(), mapper.reader());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
