/** What procedural surfaces are, without how they are made. */
package org.diorama.core.surface;
