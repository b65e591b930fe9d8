package org.assistcounter.simulation;

import org.assistcounter.counter.sale.Input;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.simulators.world.World;

/**
 * A counter's questions to the fleet and its wallet. Fault model: a payment just before its order
 * is closed, an answer that comes late, and whatever the link does to both.
 */
final class AskLane {
    private static final long LATE_MILLIS_MAX = 90_000;

    private final World world;
    private final SimulatedLink link;
    private final SimulatedWallet wallet;
    private final Faults faults;
    private final RareStates rare;

    AskLane(
            World world,
            SimulatedLink link,
            SimulatedWallet wallet,
            Faults faults,
            RareStates rare) {
        this.world = world;
        this.link = link;
        this.wallet = wallet;
        this.faults = faults;
        this.rare = rare;
    }

    void ask(SimulatedCounter life, Question question) {
        link.carry(() -> {
            if (question instanceof Question.CloseWallet && faults.strikes(Fault.PAID_LATE)) {
                wallet.pay(question.attempt());
            }
            Answer answer = wallet.answer(question);
            long late = faults.strikes(Fault.ANSWER_LATE) ? faults.within(LATE_MILLIS_MAX) : 0;
            link.carry(() -> world.at(world.nowMillis() + late, () -> answered(life, answer)));
        });
    }

    private void answered(SimulatedCounter life, Answer answer) {
        if (life.isAlive()) {
            rare.answered(life.state().phase(), answer.attempt());
        }
        life.input(new Input.FleetAnswered(answer));
    }
}
