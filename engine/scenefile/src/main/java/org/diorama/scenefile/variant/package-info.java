/** A scene in the variants that the levels of its factors make of it. */
package org.diorama.scenefile.variant;
