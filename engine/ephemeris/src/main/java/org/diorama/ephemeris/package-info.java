/** Core's ephemeris, by maintained libraries. */
package org.diorama.ephemeris;
