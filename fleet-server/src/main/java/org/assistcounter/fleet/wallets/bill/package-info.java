/**
 * What the bills of all wallets have in common: a download that is kept on disk until it is proved,
 * text that is read line by line in bounded memory, columns by their names, exact amounts. In: a
 * file of a wallet. Out: lines, or a refusal by name. Imports the root of wallets.
 */
@NullMarked
package org.assistcounter.fleet.wallets.bill;

import org.jspecify.annotations.NullMarked;
