/** What instances can stand on, and whether they fit there. */
package org.diorama.core.sample.surface;
