package org.diorama.cli.render;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Processor time of the threads that render, as Linux counts it: Java cannot see the threads that a
 * driver starts, and a software rasterizer draws on those. Renderers keep their threads until their
 * session closes, so two readings of a session can be subtracted.
 */
public final class ThreadUsage {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** How the names of renderers' threads begin; llvmpipe is Mesa's rasterizer. */
  private static final List<String> RENDERING = List.of("opengl-", "reference-", "llvmpipe");

  /**
   * Linux reports thread times in hundredths of a second on every architecture; its scheduler's own
   * count, in nanoseconds, is there on most.
   */
  private static final double TICKS_PER_SECOND = 100;

  /** Places of user and system time in {@code /proc/PID/task/TID/stat}, counted after the name. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private ThreadUsage() {}

  /** Up to now, of living threads; 0 where the system does not tell. */
  public static double renderSeconds() {
    double seconds = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        seconds += seconds(task);
      }
    } catch (IOException e) {
      return 0;
    }
    return seconds;
  }

  /**
   * Seconds of a line such as {@code 17 (opengl-lane-0) S …}; empty where the thread does not
   * render. A name may hold spaces and brackets.
   */
  static OptionalDouble renderSeconds(String stat) {
    int end = stat.lastIndexOf(')');
    String name = stat.substring(stat.indexOf('(') + 1, end);
    if (RENDERING.stream().noneMatch(name::startsWith)) {
      return OptionalDouble.empty();
    }
    String[] fields = stat.substring(end + 2).split(" ");
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    return OptionalDouble.of(ticks / TICKS_PER_SECOND);
  }

  /** 0 where the thread does not render, or has ended meanwhile. */
  private static double seconds(Path task) {
    try {
      OptionalDouble rendering = renderSeconds(Files.readString(task.resolve("stat")));
      Path precise = task.resolve("schedstat");
      return rendering.isPresent() && Files.isReadable(precise)
          ? Long.parseLong(Files.readString(precise).split(" ")[0]) / 1e9
          : rendering.orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
