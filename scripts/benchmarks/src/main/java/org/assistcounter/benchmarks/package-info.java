/**
 * Benchmarks, each with its reference measured in the same run on the same machine: a figure alone
 * tells more about the machine than about the program. In: a name. Out: lines for people, and JSON.
 */
@NullMarked
package org.assistcounter.benchmarks;

import org.jspecify.annotations.NullMarked;
