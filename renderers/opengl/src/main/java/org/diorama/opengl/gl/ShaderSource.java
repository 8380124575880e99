package org.diorama.opengl.gl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GLSL text assembled from resources: {@code #include "name"} is replaced by that file once, and
 * Java's constants are defined ahead of everything, so that both sides cannot disagree.
 *
 * @param files every file in order of first use; its place is the source number in {@code #line}
 */
record ShaderSource(String text, List<String> files) {
  private static final String FOLDER = "/org/diorama/opengl/shaders/";
  private static final Pattern INCLUDE = Pattern.compile("#include \"([a-z_./]+)\"");
  private static final Pattern LOCATION = Pattern.compile("(?m)^(?:ERROR: )?(\\d+)[:(](\\d+)");

  static ShaderSource load(String file, Map<String, String> constants) {
    List<String> files = new ArrayList<>();
    StringBuilder text = new StringBuilder("#version 450 core\n");
    new LinkedHashMap<>(constants)
        .forEach(
            (name, value) ->
                text.append("#define ").append(name).append(' ').append(value).append('\n'));
    append(file, text, files);
    return new ShaderSource(text.toString(), List.copyOf(files));
  }

  private static void append(String file, StringBuilder text, List<String> files) {
    int number = files.size();
    files.add(file);
    text.append("#line 1 ").append(number).append('\n');
    String[] lines = read(file).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher include = INCLUDE.matcher(lines[i]);
      if (!include.matches()) {
        text.append(lines[i]).append('\n');
      } else if (!files.contains(include.group(1))) {
        append(include.group(1), text, files);
        text.append("#line ").append(i + 2).append(' ').append(number).append('\n');
      } else {
        text.append('\n');
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = ShaderSource.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no shader " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("shader " + file + " cannot be read", e);
    }
  }

  /** A driver's log with source numbers replaced by file names: {@code shade.comp:12}. */
  String locate(String log) {
    return LOCATION
        .matcher(log)
        .replaceAll(
            match -> {
              int file = Integer.parseInt(match.group(1));
              return file < files.size()
                  ? Matcher.quoteReplacement(files.get(file) + ":" + match.group(2))
                  : Matcher.quoteReplacement(match.group());
            });
  }
}
