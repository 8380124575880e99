/** What light loses on its way through panes and bodies of glass. */
package org.diorama.core.glass;
