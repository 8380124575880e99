package org.diorama.core.sample.factor;

import org.diorama.core.random.RandomStream;

/** Random orders of whole numbers, all equally likely. */
final class RandomOrder {
  private RandomOrder() {}

  /**
   * The number at one place of a random order of 0…size - 1: a prefix of Durstenfeld's shuffle
   * ("Algorithm 235: Random permutation", Communications of the ACM, 1964).
   *
   * @param stream at its first draw: equal streams give places of the same order
   */
  static int at(int place, int size, RandomStream stream) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int i = 0; i <= place; i++) {
      int from = (int) stream.uniformInt(i, size - 1);
      int number = order[from];
      order[from] = order[i];
      order[i] = number;
    }
    return order[place];
  }
}
