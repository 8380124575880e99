/**
 * The parent's side of importing: starts the child process, limits it, talks to it, outlives it.
 * Nothing here loads a native library.
 */
package org.diorama.assets.process;
