package org.procart.scoring.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.procart.schemas.questionnaire.InstrumentFolder;

/** A wrong file stops the start: it is named, with the line and what to do. */
class DefinitionFaultsTest {

  private static final String GOOD =
      """
      id: own
      version: 1.0.0
      title: Own
      source: nowhere
      status: verified
      questionnaires: [https://hospital.example/q]
      algorithm: scales
      items:
        - codes: [a, b]
          minimum: 0
          maximum: 2
      scales:
        - id: total
          of: [a, b]
          method: sum
          answered: all
          direction: higher-worse
      """;

  @TempDir Path folder;

  @Test
  void theGoodOneIsTaken() throws IOException {
    write("own.yml", GOOD);
    assertThat(DefinitionCatalogue.load(new InstrumentFolder(folder)))
        .anySatisfy(definition -> assertThat(definition.id()).isEqualTo("own"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // what stands there | what is written instead | what the message says
        "id: own             | id: items                 | line 1: an id of small letters",
        "id: own             | ~~                        | 'id' is missing",
        "version: 1.0.0      | version: first            | line 2: a version such as 1.0.0",
        "status: verified    | status: done              | 'done' is not known here; known are"
            + " to-be-confirmed, verified",
        "status: verified    | status: to-be-confirmed   | 'note' is missing",
        "algorithm: scales   | algorithm: magic          | known are cart-home, pro-ctcae, scales",
        "title: Own          | titel: Own                | 'titel' is not known here",
        "title: Own          | title: [Own               | line 4: not readable as YAML",
        "codes: [a, b]       | codes: [a, a]             | item a stands there twice",
        "minimum: 0          | minimum: zero             | line 10: a number with a decimal point",
        "minimum: 0          | minimum: 0, 5             | a number with a decimal point",
        "maximum: 2          | unit: kg                  | every part needs a minimum and a"
            + " maximum",
        "maximum: 2          | maximum: 2\\n    maximum: 3 | the key is given twice",
        "of: [a, b]          | of: [a, c]                | line 14: 'c' is neither an item nor a"
            + " scale above",
        "of: [a, b]          | of: [a, total]            | 'total' is neither an item nor a scale"
            + " above",
        "of: [a, b]          | of: []                    | names at least one item or scale",
        "method: sum         | method: median            | known are digits, mean, prorated-sum,"
            + " sum",
        "method: sum         | method: digits            | needs all parts: leave 'answered' out",
        "method: sum         | reversed: [c]             | reversed c is not one of 'of'",
        "method: sum         | linear: {from: [1, 1], to: [0, 1]} | two different numbers",
        "method: sum         | grades: [{from: 1, grade: 1, name: x}] | the first band begins at 0",
        "method: sum         | table: {file: no.csv, id: t, version: 1, key: k, value: v} | there"
            + " is no table no.csv beside this file",
        "answered: all       | answered: most            | known are all, at-least-half",
        "direction: higher-worse | direction: up          | known are higher-better, higher-worse,"
            + " none",
        "id: total           | id: a                     | scale a stands there twice",
      })
  void aWrongLineIsNamed(String right, String wrong, String message) throws IOException {
    write("sub/own.yml", GOOD.replace(right, wrong.replace("\\n", "\n")));
    refused("sub/own.yml", message);
  }

  @Test
  void aTagMakesNoObject() throws IOException {
    write("own.yml", GOOD.replace("title: Own", "title: !!java.io.File Own"));
    refused("own.yml", "Global tag is not allowed");
  }

  @Test
  void aVersionInAUrlIsRefused() throws IOException {
    write("own.yml", GOOD.replace("example/q", "example/q|1"));
    refused("own.yml", "without |version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "raw,t;0,1;1,2;2,3;3,4     | needs a row for each of 0 to 4",
        "raw,t;0,1;1,2;2,3;3,4;4   | line 6 has 1 cells, the head has 2",
        "raw,t;0,1;1,2;2,3;3,4;4,x | 'x' is not a number",
        "raw,t;0,1;0,2;2,3;3,4;4,5 | 0 stands there twice",
        "row,t;0,1;1,2;2,3;3,4;4,5 | has no column called 'raw'",
      })
  void aWrongTableIsNamed(String table, String message) throws IOException {
    write("t.csv", table.replace(';', '\n'));
    write(
        "own.yml",
        GOOD.replace("method: sum", "table: {file: t.csv, id: t, version: 1, key: raw, value: t}"));
    refused("", message);
  }

  @Test
  void twoOfTheSameVersionAreRefusedAndSoIsABuiltInOne() throws IOException {
    write("own.yml", GOOD);
    write("too.yml", GOOD);
    refused("too.yml", "those of own.yml already");
    write("too.yml", GOOD.replace("id: own", "id: phq-9"));
    refused("too.yml", "those of phq-9.yml already");
  }

  @Test
  void aValueSetOfAnotherModelIsRefused() throws IOException {
    write("set.csv", "term,X\nStartValue,1\nA2,-0.1\nB2,-0.2\nN4,-0.3\n");
    write(
        "own.yml",
        GOOD.replace("minimum: 0", "minimum: 1")
            .replace(
                "method: sum\n    answered: all",
                "value-set: {file: set.csv, id: s, version: 1, key: term, value: X, names: [A,"
                    + " B]}"));
    refused("own.yml", "unknown [N4]");
  }

  /** With other points a half-done ICE could look better than it is. */
  @Test
  void anIceOfOtherThanTenPointsIsRefused() throws IOException {
    String builtIn;
    try (InputStream file =
        DefinitionCatalogue.class.getResourceAsStream("/scoring/cart-home.yml")) {
      builtIn = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
    String own = builtIn.replace("id: cart-home\n", "id: own-home\n");
    write("own.yml", own);
    assertThat(DefinitionCatalogue.load(new InstrumentFolder(folder)))
        .anySatisfy(definition -> assertThat(definition.id()).isEqualTo("own-home"));
    write("own.yml", own.replace("maximum: 3", "maximum: 2"));
    refused("own.yml", "the parts of the ICE need maxima that are 10 together");
    write("own.yml", own.replace("    maximum: 3\n", ""));
    refused("own.yml", "the parts of the ICE need maxima that are 10 together");
  }

  private void refused(String file, String message) {
    assertThatExceptionOfType(InstrumentFileException.class)
        .isThrownBy(() -> DefinitionCatalogue.load(new InstrumentFolder(folder)))
        .withMessageContaining(file)
        .withMessageContaining(message)
        .withMessageContaining("Mend it");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
