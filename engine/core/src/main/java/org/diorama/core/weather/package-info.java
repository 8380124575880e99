/** What weather does to light: fog between things, and what falls through the air. */
package org.diorama.core.weather;
