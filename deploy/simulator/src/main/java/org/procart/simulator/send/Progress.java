package org.procart.simulator.send;

import java.io.Console;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.procart.local.command.Screen;

/** How far it is: a bar on a terminal, otherwise a line every ten seconds. */
public interface Progress extends AutoCloseable {

  void step();

  @Override
  void close();

  static Progress of(String task, long steps, Screen screen) {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
        ? new Bar(task, steps)
        : new Lines(task, steps, screen);
  }

  /** On a terminal. */
  final class Bar implements Progress {

    private final ProgressBar bar;

    private Bar(String task, long steps) {
      bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).showSpeed().build();
    }

    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** In a log. */
  final class Lines implements Progress {

    private static final int SECONDS = 10;

    private final LongAdder done = new LongAdder();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final String task;
    private final long steps;
    private final Screen screen;

    private Lines(String task, long steps, Screen screen) {
      this.task = task;
      this.steps = steps;
      this.screen = screen;
      var _ = clock.scheduleAtFixedRate(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void step() {
      done.increment();
    }

    @Override
    public void close() {
      clock.shutdownNow();
      tell();
    }

    private void tell() {
      screen.line(task + " " + done.sum() + " of " + steps);
    }
  }
}
