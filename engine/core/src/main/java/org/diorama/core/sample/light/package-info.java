/** Sun, sky and lamps. */
package org.diorama.core.sample.light;
