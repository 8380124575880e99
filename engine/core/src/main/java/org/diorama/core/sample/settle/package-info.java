/** Instances that fall. */
package org.diorama.core.sample.settle;
