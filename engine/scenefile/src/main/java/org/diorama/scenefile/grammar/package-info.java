/**
 * The table of keys, from the root down. Classes named {@code …Keys} declare each key with its
 * type, unit, range, default and meaning, and make of what stands there a part of the scene's
 * description; reader, schema and reference are all made from them. What may stand at a key is in
 * {@code kind} and {@code distribution}; the other packages hold the keys of one part of a scene
 * each. Here are the root, what concerns the whole scene, and the checks that need all of it.
 */
package org.diorama.scenefile.grammar;
