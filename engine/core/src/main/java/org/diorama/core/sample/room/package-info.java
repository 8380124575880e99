/** The room that instances take from one another. */
package org.diorama.core.sample.room;
