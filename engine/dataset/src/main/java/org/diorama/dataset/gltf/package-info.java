/** A decided frame as glTF 2.0 (Khronos, ISO/IEC 12113:2022), for other renderers and tools. */
package org.diorama.dataset.gltf;
