/**
 * The command over traffic that was seen, traffic that is damaged, and Wireshark over its capture.
 */
@NullMarked
package org.assistcounter.busdecoder;

import org.jspecify.annotations.NullMarked;
