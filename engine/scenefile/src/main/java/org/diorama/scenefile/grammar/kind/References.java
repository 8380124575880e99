package org.diorama.scenefile.grammar.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names that values of a scene use, by the path of the value. */
public final class References {
  private final Map<String, String> objects = new TreeMap<>();
  private final Map<String, List<String>> occluders = new TreeMap<>();
  private final Map<String, List<String>> paths = new TreeMap<>();
  private final Map<String, String> cameras = new TreeMap<>();
  private final Map<String, List<String>> surfaces = new TreeMap<>();

  void useObject(String path, String name) {
    objects.put(path, name);
  }

  public void useSurfaces(String path, List<String> names) {
    surfaces.put(path, names);
  }

  public void useOccluders(String path, List<String> names) {
    occluders.put(path, names);
  }

  void usePath(String path, String name) {
    paths.computeIfAbsent(path, absent -> new ArrayList<>()).add(name);
  }

  void useCamera(String path, String name) {
    cameras.put(path, name);
  }

  /** Names of objects by path. */
  public Map<String, String> objects() {
    return objects;
  }

  /** Names of objects that hide another, by path. */
  public Map<String, List<String>> occluders() {
    return occluders;
  }

  public Map<String, List<String>> paths() {
    return paths;
  }

  public Map<String, String> cameras() {
    return cameras;
  }

  /** Names of surfaces, with or without their objects', by path. */
  public Map<String, List<String>> surfaces() {
    return surfaces;
  }
}
