/**
 * What runs in the import child process, and nowhere else: Assimp, stb, meshoptimizer. A malformed
 * file can end or hang this process at any point; {@code org.diorama.assets.process} stands for the
 * other side.
 */
package org.diorama.assets.worker;
