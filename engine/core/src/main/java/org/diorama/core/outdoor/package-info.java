/** Light of sun and sky as the weather leaves it: what renderers draw with. */
package org.diorama.core.outdoor;
