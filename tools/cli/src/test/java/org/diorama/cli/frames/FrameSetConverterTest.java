package org.diorama.cli.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.diorama.dataset.layout.FrameSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class FrameSetConverterTest {
  private final FrameSetConverter converter = new FrameSetConverter();

  @Test
  void readsRanges() {
    assertEquals(FrameSet.of(0, 99), converter.convert("0-99"));
    assertEquals("1,3,5,9", converter.convert("1-5x2,9").toString());
    assertEquals(9_999_999_999L, converter.convert("9999999999").at(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "5-4", "1-9x0", "-3", "10000000000"})
  void refusesEverythingElseAsAMistakeOfTheCommandLine(String text) {
    assertThrows(TypeConversionException.class, () -> converter.convert(text));
  }
}
