/** What cameras see of instances, and in which detail. */
package org.diorama.core.sample.sight;
