package org.assistcounter.devices.mdb;

import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;

/**
 * What goes on beside a vend: cash sales, money onto cards, the time, diagnostics (MDB/ICP 4.2
 * §7.4.9, §7.4.17-§7.4.21). What the reader cannot do, or not now, is refused at once.
 */
final class Asides {

    private final VendDialogue dialogue;

    Asides(VendDialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** A reader that asks for the time again and again must not crowd out a vend. */
    void command(CashlessCommand.Aside command, long now) {
        if (dialogue.exchange.hasRoom()) {
            carryOut(command, now);
        } else {
            refuse(command);
        }
    }

    private void carryOut(CashlessCommand.Aside command, long now) {
        switch (command) {
            case CashlessCommand.ReportCashSale(long amount, int item) -> {
                if (dialogue.hasCashSale() && isSetUp()) {
                    long raw = dialogue.scale().rawOf(amount);
                    send(new VmcMessage.CashSale(raw, item, CashlessSettings.CURRENCY), now);
                }
            }
            case CashlessCommand.Revalue(long amount) -> {
                if (canRevalue()) {
                    send(new VmcMessage.RevalueRequest(dialogue.scale().rawOf(amount)), now);
                } else {
                    refuse(command);
                }
            }
            case CashlessCommand.AskRevalueLimit() -> {
                if (canRevalue()) {
                    send(new VmcMessage.RevalueLimitRequest(), now);
                } else {
                    refuse(command);
                }
            }
            case CashlessCommand.TellTime(String bcd) -> {
                if (isSetUp() && dialogue.form().level() >= 2) {
                    send(new VmcMessage.WriteTime(bcd), now);
                }
            }
            case CashlessCommand.AskDiagnostics(String hex) -> {
                if (isSetUp()) {
                    send(new VmcMessage.Diagnostics(hex), now);
                }
            }
        }
    }

    /** It cannot be carried out; what somebody waits for is answered. */
    void refuse(CashlessCommand.Aside command) {
        if (command.isRevalue()) {
            dialogue.tell(new CashlessEvent.RevalueDenied());
        }
    }

    void heard(ReaderMessage.Aside aside) {
        switch (aside) {
            case ReaderMessage.RevalueApproved() ->
                    dialogue.tell(new CashlessEvent.RevalueApproved());
            case ReaderMessage.RevalueDenied() -> dialogue.tell(new CashlessEvent.RevalueDenied());
            case ReaderMessage.RevalueLimit(long amount) ->
                    dialogue.tell(new CashlessEvent.RevalueLimit(dialogue.scale().minorOf(amount)));
            case ReaderMessage.TimeRequest() -> dialogue.tell(new CashlessEvent.TimeWanted());
            case ReaderMessage.Diagnostics(String data) ->
                    dialogue.tell(new CashlessEvent.DiagnosticsHeard(data));
            case ReaderMessage.NotUsed ignored -> {}
        }
    }

    private void send(VmcMessage message, long now) {
        dialogue.send(message, now);
    }

    private boolean canRevalue() {
        return dialogue.phase() == Phase.SESSION && dialogue.form().level() >= 2;
    }

    /** Set up, and no vend under way that another command could disturb. */
    private boolean isSetUp() {
        return switch (dialogue.phase()) {
            case DISABLED, ENABLED, SESSION -> true;
            default -> false;
        };
    }
}
