/**
 * The development keystore: a certificate authority, the certificates of the broker and of the
 * fleet's own client, and the signing keys, one file each, all in the data directory. In production
 * the root is offline and issuing keys sit elsewhere; only this package changes then. Imports
 * BouncyCastle and settings.
 */
@NullMarked
package org.assistcounter.fleet.enrolment.authority;

import org.jspecify.annotations.NullMarked;
