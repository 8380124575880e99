/**
 * What may stand at a key: its type, unit and range as data, read by one {@link
 * org.diorama.scenefile.grammar.kind.Reading}. It knows nothing of any key of a scene.
 */
package org.diorama.scenefile.grammar.kind;
