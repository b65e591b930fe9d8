package org.assistcounter.fleet.wallets.sandbox;

import org.assistcounter.fleet.wallets.store.SandboxStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What a shopper's phone shows after scanning the code, in the sandbox. */
@Controller
@ConditionalOnProperty("assistcounter.demonstration")
class SandboxPage {

    private final SandboxStore store;

    SandboxPage(SandboxStore store) {
        this.store = store;
    }

    @GetMapping("/sandbox-wallet/{token}")
    Mono<String> page(@PathVariable String token, Model model) {
        return store.findByToken(token)
                .switchIfEmpty(
                        Mono.error(
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "There is no such order.")))
                .map(order -> {
                    model.addAttribute("order", order);
                    model.addAttribute("yuan", yuan(order.amountMinor()));
                    return "wallets/sandbox";
                });
    }

    @PostMapping("/sandbox-wallet/{token}/pay")
    Mono<String> pay(@PathVariable String token) {
        return store.pay(token, "SANDBOX-" + token).thenReturn("redirect:/sandbox-wallet/" + token);
    }

    /** What this wallet has taken and given back in all, for comparing books. */
    @GetMapping("/sandbox-wallet/books/sums")
    @ResponseBody
    Mono<SandboxStore.Sums> sums() {
        return store.sums();
    }

    private static String yuan(long minor) {
        return "¥%d.%02d".formatted(minor / 100, minor % 100);
    }
}
