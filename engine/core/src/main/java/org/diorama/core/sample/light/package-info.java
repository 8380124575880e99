/** Sun and sky. */
package org.diorama.core.sample.light;
