/** What skies look like, and the tables that they share. */
package org.diorama.core.sky.source;
