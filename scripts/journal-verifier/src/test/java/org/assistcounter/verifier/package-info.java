/** The verifier against the page's examples, good journals and forged ones. */
@NullMarked
package org.assistcounter.verifier;

import org.jspecify.annotations.NullMarked;
