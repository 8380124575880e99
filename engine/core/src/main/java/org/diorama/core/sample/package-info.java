/**
 * What sampling decides: the frame, its nodes, cameras and light, and the verdicts on what was
 * asked for. How it is decided: {@link org.diorama.core.sample.frame}.
 */
package org.diorama.core.sample;
