package org.diorama.core.scene;

import org.diorama.core.random.RandomStream;

/** What a distribution draws from; nothing else may decide its value. */
public interface DrawContext {
  /** The parameter's own random stream. */
  RandomStream stream();

  /**
   * Number of what the parameter is drawn for, from 0: of the sequence or frame, or the instance's
   * within its group, or the parent's within its own; 0 for the dataset.
   */
  long number();

  /** Value of another parameter here: the same for everyone who asks. */
  <T> T value(Parameter<T> parameter);
}
