package org.assistcounter.fleet.operators.provider;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Looks at every address right before it is connected to, so that no name can be one address when
 * it is looked at and another when it is used. What is written as numbers is looked at too.
 */
final class GuardedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final AddressResolverGroup<?> names;
    private final AddressRules rules;

    GuardedAddresses(AddressResolverGroup<?> names, AddressRules rules) {
        this.names = names;
        this.rules = rules;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guard(executor);
    }

    private final class Guard extends AbstractAddressResolver<InetSocketAddress> {

        private final EventExecutor executor;

        Guard(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
            this.executor = executor;
        }

        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress wanted, Promise<InetSocketAddress> promise) {
            Promise<List<InetSocketAddress>> all = executor.newPromise();
            all.addListener(found -> {
                if (found.isSuccess()) {
                    promise.trySuccess(all.getNow().getFirst());
                } else {
                    promise.tryFailure(found.cause());
                }
            });
            doResolveAll(wanted, all);
        }

        @Override
        protected void doResolveAll(
                InetSocketAddress wanted, Promise<List<InetSocketAddress>> promise) {
            if (!wanted.isUnresolved()) {
                answer(List.of(wanted), wanted, promise);
                return;
            }
            names.getResolver(executor)
                    .resolveAll(wanted)
                    .addListener(found -> {
                        if (found.isSuccess()) {
                            answer(addresses(found.getNow()), wanted, promise);
                        } else {
                            promise.tryFailure(found.cause());
                        }
                    });
        }

        private void answer(
                List<InetSocketAddress> found,
                InetSocketAddress wanted,
                Promise<List<InetSocketAddress>> promise) {
            List<InetSocketAddress> good =
                    found.stream().filter(each -> rules.allows(each.getAddress())).toList();
            if (good.isEmpty()) {
                promise.tryFailure(new InsideAddress(wanted.getHostString()));
            } else {
                promise.trySuccess(good);
            }
        }

        private static List<InetSocketAddress> addresses(Object found) {
            return ((List<?>) found).stream().map(InetSocketAddress.class::cast).toList();
        }
    }

    /** An address that this server does not connect to. */
    static final class InsideAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        InsideAddress(String host) {
            super(host + " is not asked by this server");
        }
    }
}
