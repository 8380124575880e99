package org.diorama.core.scene;

/** Gives another parameter for each. */
public interface ParameterMap {
  <T> Parameter<T> apply(Parameter<T> parameter);
}
