/**
 * Rigid bodies as sampling asks for them. A {@link org.diorama.core.physics.PhysicsSettler} is
 * found by ServiceLoader; what it decides is part of the frame's record, so a replay needs none.
 */
package org.diorama.core.physics;
