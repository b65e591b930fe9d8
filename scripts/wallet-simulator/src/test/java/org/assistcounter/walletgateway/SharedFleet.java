package org.assistcounter.walletgateway;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One fleet for all tests that want one: it takes longer to start than they do together. */
final class SharedFleet implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(SharedFleet.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FleetWithWallets.class;
    }

    @Override
    public FleetWithWallets resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(FleetWithWallets.class, _ -> start(), FleetWithWallets.class);
    }

    /** It is closed with the store. */
    private static FleetWithWallets start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fleet");
            return new FleetWithWallets(directory);
        } catch (Exception e) {
            throw new IllegalStateException("The fleet does not start", e);
        }
    }
}
