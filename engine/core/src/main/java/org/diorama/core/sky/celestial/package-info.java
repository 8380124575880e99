/** Sun, moon and stars as they are seen. */
package org.diorama.core.sky.celestial;
