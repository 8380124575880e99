/** Images of 32-bit floating point numbers as files. */
package org.diorama.dataset.floats;
