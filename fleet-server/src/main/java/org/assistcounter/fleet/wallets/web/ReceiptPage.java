package org.assistcounter.fleet.wallets.web;

import java.util.List;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.wallets.Receipt;
import org.assistcounter.fleet.wallets.Receipts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Tells whoever has a receipt code where the money is, and nothing about counter or goods. */
@Controller
class ReceiptPage implements OpenPaths {

    private static final String PATH = "/receipt";

    private final Receipts receipts;

    ReceiptPage(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @GetMapping(PATH)
    Mono<String> page(@RequestParam(defaultValue = "") String code, Model model) {
        Mono<Receipt> asked =
                code.isBlank() ? Mono.just(Receipt.of(Receipt.State.ASKED)) : receipts.find(code);
        return asked.map(receipt -> {
            model.addAttribute("state", receipt.state().name());
            model.addAttribute("code", code);
            model.addAttribute("yuan", yuan(receipt.amountMinor()));
            return "wallets/receipt";
        });
    }

    private static String yuan(long minor) {
        return "¥%d.%02d".formatted(minor / 100, minor % 100);
    }
}
