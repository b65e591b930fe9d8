/**
 * A cashless reader behind a Qibixx MDB Pi Hat or MDB-USB, which keeps the MDB dialogue itself and
 * speaks ASCII lines with us. In: bytes of a line and {@code cashless} commands. Out: bytes and
 * {@code cashless} events. Imports {@code cashless} and {@code line}; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.qibixx;

import org.jspecify.annotations.NullMarked;
