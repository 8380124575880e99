/**
 * The table of keys: classes named {@code …Keys} declare each key with its type, unit, range,
 * default and meaning; classes named {@code …Kind} read one type. A schema and a reference can be
 * made from the same table.
 */
package org.diorama.scenefile.grammar;
