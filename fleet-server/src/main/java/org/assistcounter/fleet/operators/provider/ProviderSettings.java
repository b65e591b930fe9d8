package org.assistcounter.fleet.operators.provider;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far this server goes to ask an organisation's provider.
 *
 * @param inside whether a provider may have an address of the own network
 */
@ConfigurationProperties("assistcounter.providers")
record ProviderSettings(@DefaultValue("false") boolean inside) {}
