/** Where sun and moon stand, seen from a place on Earth. */
package org.diorama.core.ephemeris;
