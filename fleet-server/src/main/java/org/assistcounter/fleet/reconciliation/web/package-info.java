/** What people order: a run, an owner, an end with a reason. Imports reconciliation, operators. */
@NullMarked
package org.assistcounter.fleet.reconciliation.web;

import org.jspecify.annotations.NullMarked;
