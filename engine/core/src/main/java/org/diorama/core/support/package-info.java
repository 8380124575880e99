/** Finds the places of an asset on which other things can stand. */
package org.diorama.core.support;
