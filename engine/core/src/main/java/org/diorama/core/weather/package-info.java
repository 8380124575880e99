/** The state of the weather: fog in the air, what falls through it, what lies on the ground. */
package org.diorama.core.weather;
