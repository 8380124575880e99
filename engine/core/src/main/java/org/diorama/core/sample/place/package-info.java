/** Places for instances: patterns, paths, containers and views. */
package org.diorama.core.sample.place;
