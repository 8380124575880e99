/** How surfaces reflect light, as far as it is tabulated for all renderers. */
package org.diorama.core.light;
