/** What verification says: faults by name, findings, what was examined and what was not there. */
package org.diorama.dataset.verify.finding;
