/** How far signatures were looked at, for programs. */
@NullMarked
package org.assistcounter.fleet.signatures.web;

import org.jspecify.annotations.NullMarked;
