/** What Alipay's bills may look like. */
@NullMarked
package org.assistcounter.fleet.wallets.alipay;

import org.jspecify.annotations.NullMarked;
