package org.diorama.cli.render;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --max-failed}. */
final class FailureAllowanceConverter implements ITypeConverter<FailureAllowance> {
  @Override
  public FailureAllowance convert(String text) {
    try {
      return FailureAllowance.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
