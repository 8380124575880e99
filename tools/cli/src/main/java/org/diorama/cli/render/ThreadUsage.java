package org.diorama.cli.render;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Processor time of this process's living threads by what they do, as Linux counts it: Java cannot
 * see the threads that a driver starts, and a software rasterizer draws on those.
 */
record ThreadUsage(Map<Duty, Double> seconds) {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** Linux reports thread times in hundredths of a second on every architecture. */
  private static final double TICKS_PER_SECOND = 100;

  /** Places of user and system time in {@code /proc/PID/task/TID/stat}, counted after the name. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  ThreadUsage {
    seconds = Collections.unmodifiableMap(new EnumMap<>(seconds));
  }

  /** What a thread works for, told by how its name begins. The kernel keeps 15 characters of it. */
  enum Duty {
    /** A renderer's lanes, and the rasterizer of Mesa's llvmpipe. */
    RENDER("opengl-", "reference-", "llvmpipe"),
    /** Compilation of Java's bytecode. */
    COMPILE("C1 Compiler", "C2 Compiler"),
    /** Java's garbage collection. */
    COLLECT("GC Thread", "G1 ");

    private final List<String> beginnings;

    Duty(String... beginnings) {
      this.beginnings = List.of(beginnings);
    }

    static Optional<Duty> of(String thread) {
      for (Duty duty : values()) {
        if (duty.beginnings.stream().anyMatch(thread::startsWith)) {
          return Optional.of(duty);
        }
      }
      return Optional.empty();
    }
  }

  /** Up to now; all zero where the system does not tell. */
  static ThreadUsage now() {
    Map<Duty, Double> seconds = new EnumMap<>(Duty.class);
    for (Duty duty : Duty.values()) {
      seconds.put(duty, 0.0);
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        stat(task).ifPresent(line -> add(seconds, line));
      }
    } catch (IOException e) {
      return new ThreadUsage(seconds);
    }
    return new ThreadUsage(seconds);
  }

  /** What was used after an earlier reading. */
  ThreadUsage since(ThreadUsage earlier) {
    Map<Duty, Double> difference = new EnumMap<>(Duty.class);
    seconds.forEach((duty, now) -> difference.put(duty, now - earlier.seconds.get(duty)));
    return new ThreadUsage(difference);
  }

  /** Adds a line such as {@code 17 (opengl-lane-0) S …}; a name may hold spaces and brackets. */
  static void add(Map<Duty, Double> seconds, String stat) {
    int end = stat.lastIndexOf(')');
    String name = stat.substring(stat.indexOf('(') + 1, end);
    String[] fields = stat.substring(end + 2).split(" ");
    double used =
        (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
            / TICKS_PER_SECOND;
    Duty.of(name).ifPresent(duty -> seconds.merge(duty, used, Double::sum));
  }

  /** Empty where the thread has ended meanwhile. */
  private static Optional<String> stat(Path task) {
    try {
      return Optional.of(Files.readString(task.resolve("stat")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
