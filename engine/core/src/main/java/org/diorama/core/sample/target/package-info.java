/** Instances moved until they look as was asked for. */
package org.diorama.core.sample.target;
