/** Groups of instances, and those below them. */
package org.diorama.core.sample.object;
