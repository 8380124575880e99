/** The air as a medium, and the light that enters it; exact and the same on every machine. */
package org.diorama.core.sky.air;
