package org.diorama.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is redrawn in place. */
final class BarProgress implements Progress {
  private static final int COLUMNS = 100;

  private final String things;
  private final PrintWriter writer;
  private ProgressBar bar;

  BarProgress(String things, PrintWriter writer) {
    this.things = things;
    this.writer = writer;
  }

  @Override
  public void update(State state) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(things)
              .setInitialMax(state.total())
              .startsFrom(state.finished(), Duration.ZERO)
              .setUpdateIntervalMillis(250)
              .setStyle(ProgressBarStyle.ASCII)
              .setMaxRenderedLength(COLUMNS)
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, COLUMNS))
              .build();
    }
    bar.stepTo(state.finished());
    if (state.failed() > 0) {
      bar.setExtraMessage(" " + state.failed() + " failed");
    }
  }

  private void draw(String text) {
    writer.print('\r' + text);
    writer.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      writer.println();
      writer.flush();
    }
  }
}
