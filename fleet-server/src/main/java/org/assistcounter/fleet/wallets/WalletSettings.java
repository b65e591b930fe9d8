package org.assistcounter.fleet.wallets;

import java.util.List;
import org.assistcounter.protocol.ask.Wallet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which wallets this fleet takes.
 *
 * @param offered null: every wallet that is set up
 */
@ConfigurationProperties("assistcounter.wallets")
public record WalletSettings(@Nullable List<Wallet> offered) {}
