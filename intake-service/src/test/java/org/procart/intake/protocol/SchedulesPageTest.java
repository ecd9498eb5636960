package org.procart.intake.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The page of schedules says what the built-in protocols say. */
class SchedulesPageTest {

  static final List<String> NAMES = List.of("cart-home", "qualitop", "descar-t-skin");
  private static final Path PAGE = Path.of("..", "docs", "schedules.md");

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyEntryIsOnThePageAsItIs(String name) throws IOException {
    // Given
    Protocol protocol = TestProtocols.builtIn(name);

    // When
    String section =
        "### `%s` %s: %s%n%n| asked | due | opens | closes | by |%n|---|---|---|---|---|%n%s%n"
            .formatted(
                name,
                protocol.version(),
                protocol.title(),
                protocol.entries().stream()
                    .map(SchedulesPageTest::row)
                    .collect(Collectors.joining(System.lineSeparator())));

    // Then
    assertThat(Files.readString(PAGE)).contains(section);
  }

  private static String row(Entry entry) {
    Window window = entry.window();
    return "| %s | %s, %s | %s | %s | %s |"
        .formatted(
            entry.title(),
            when(entry.when()),
            window.due(),
            at(window.opens(), window.daysBefore(), "before"),
            at(window.closes(), window.closesDaysAfter(), "after"),
            entry.reporters().stream()
                .map(reporter -> reporter.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }

  private static String when(Timing timing) {
    return switch (timing) {
      case Timing.Days(int from, int to, int every) ->
          "each day %d to %d".formatted(from, to) + (every == 1 ? "" : ", every " + every);
      case Timing.OnDays(List<Integer> days) -> "day " + list(days);
      case Timing.AfterMonths(List<Integer> months) -> "calendar month " + list(months);
      case Timing.AfterYears(int from, int to) -> "each year %d to %d".formatted(from, to);
    };
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String at(WallClock time, int days, String side) {
    return days == 0 ? time + " that day" : "%s, %d days %s".formatted(time, days, side);
  }
}
