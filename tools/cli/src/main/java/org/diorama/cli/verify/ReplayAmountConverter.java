package org.diorama.cli.verify;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --replay}. */
final class ReplayAmountConverter implements ITypeConverter<ReplayAmount> {
  @Override
  public ReplayAmount convert(String text) {
    try {
      return ReplayAmount.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
