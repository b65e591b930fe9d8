package org.assistcounter.fleet.operators.provider;

import java.time.Clock;
import org.assistcounter.fleet.operators.Tokens;
import org.assistcounter.fleet.operators.factor.SealedSecrets;
import org.assistcounter.fleet.settings.FleetSettings;
import org.springframework.stereotype.Component;

/** What a visit needs besides the provider. */
@Component
record Means(FleetSettings settings, SealedSecrets secrets, Tokens tokens, Clock clock) {}
