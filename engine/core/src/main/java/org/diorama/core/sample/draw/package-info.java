/** Values of parameters: drawn, remembered, and drawn again until they fit. */
package org.diorama.core.sample.draw;
