/**
 * People who work with the fleet: tenants, roles and what each may do, sessions, and the audit of
 * who did what. In: sign-ins. Out: the signed-in `Operator` of a request, `Audit` to record with,
 * and `OpenPaths` by which a module declares the few addresses that need no sign-in. Imports
 * database and settings.
 */
@NullMarked
package org.assistcounter.fleet.operators;

import org.jspecify.annotations.NullMarked;
