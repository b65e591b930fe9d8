/** What WeChat Pay's bills may look like. */
@NullMarked
package org.assistcounter.fleet.wallets.wechat;

import org.jspecify.annotations.NullMarked;
