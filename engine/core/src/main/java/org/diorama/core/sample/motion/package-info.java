/** Instants of a sequence, and where things are at them. */
package org.diorama.core.sample.motion;
