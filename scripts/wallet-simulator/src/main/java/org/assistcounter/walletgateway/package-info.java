/**
 * WeChat Pay and Alipay as merchants see them, on this machine: real signatures both ways, made
 * with the JDK alone and without the wallets' own libraries, faults that can be switched on, and
 * books that nothing of ours writes. In: signed requests. Out: signed answers and notifications.
 * Imports nothing of ours.
 */
@NullMarked
package org.assistcounter.walletgateway;

import org.jspecify.annotations.NullMarked;
