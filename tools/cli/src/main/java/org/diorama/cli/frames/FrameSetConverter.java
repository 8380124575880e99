package org.diorama.cli.frames;

import org.diorama.core.random.FrameKey;
import org.diorama.dataset.layout.FrameSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --frames}. */
public final class FrameSetConverter implements ITypeConverter<FrameSet> {
  @Override
  public FrameSet convert(String text) {
    FrameSet frames;
    try {
      frames = FrameSet.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
    if (frames.isEmpty()) {
      throw new TypeConversionException("names no frames; write 0-99, 5, 1-100x2 or a list");
    }
    if (frames.at(frames.size() - 1) > FrameKey.MAX_FRAME) {
      throw new TypeConversionException("frame numbers end at " + FrameKey.MAX_FRAME);
    }
    return frames;
  }
}
