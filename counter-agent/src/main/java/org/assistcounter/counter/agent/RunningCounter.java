package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.devices.DeviceLines;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.link.FleetLink;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.sale.ClimateSteps;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.SaleCore;
import org.assistcounter.counter.sale.ServiceSteps;
import org.assistcounter.counter.sale.Step;
import org.assistcounter.counter.screen.HelpPage;
import org.assistcounter.counter.screen.Place;
import org.assistcounter.counter.screen.Screen;
import org.assistcounter.counter.screen.ScreenServer;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.ShelfNumbers;
import org.assistcounter.devices.wiring.WiringException;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.shelf.ShelfRelease;

/** A counter at work: opens everything in order, joins it, and stops it in reverse. */
final class RunningCounter {
    static final String JOURNAL = "journal.sqlite";

    private static final int SCREEN_PORT = 8081;
    private static final int STOP_PATIENCE_SECONDS = 8;

    private final Arguments arguments;
    private final Path data;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final SecureRandom random = new SecureRandom();

    RunningCounter(Arguments arguments) {
        this.arguments = arguments;
        this.data = Path.of(arguments.value("data"));
    }

    void runUntilStopped() throws IOException, InterruptedException, GeneralSecurityException {
        Identity identity = Identity.read(data);
        identity.requireUsable();
        CabinetWiring wiring = wiring(numbers(identity.shelf()));
        try (DataLock _ = DataLock.take(data)) {
            new Renewal(data).endBeforeStart();
            runUnlessDamaged(Identity.read(data), wiring);
        } finally {
            stopped.countDown();
        }
    }

    private void runUnlessDamaged(Identity identity, CabinetWiring wiring)
            throws IOException, InterruptedException {
        try (JournalStore store = SqliteJournalStore.open(data.resolve(JOURNAL))) {
            run(identity, wiring, store);
        } catch (JournalDamaged damage) {
            Screen screen =
                    new Screen(
                            place(identity, new Clocks(identity.zone())), _ -> {}, this::freshSale);
            ScreenServer server = server(identity, screen);
            new ClosedCounter(screen, server).show(damage);
            try {
                waitForEnd();
            } finally {
                server.stop();
            }
        }
    }

    private ScreenServer server(Identity identity, Screen screen) throws InterruptedException {
        return new ScreenServer(
                arguments.port("screen-port", SCREEN_PORT), screen, identity.pictures());
    }

    private void run(Identity identity, CabinetWiring wiring, JournalStore store)
            throws IOException, InterruptedException {
        Clocks clocks = new Clocks(identity.zone());
        Start start = new Start(identity, store, clocks, random);
        Recovered recovered = start.recover();
        Journal journal =
                new Journal(store, identity.journalKey(), clocks::reading, recovered.head());
        start.writeFirstFacts(journal, recovered);
        Wires wires = new Wires(journal);
        CoreThread core =
                new CoreThread(
                        () -> core(start, recovered, new ColdStart(wiring, clocks), journal, wires),
                        clocks::moment,
                        this::failed);
        Screen screen = new Screen(place(identity, clocks), core::offer, this::freshSale);
        DeviceLines devices = new DeviceLines(wiring, core::offer, this::failed, clocks::localTime);
        FleetLink link =
                new LinkMaker(data, identity, random)
                        .link(journal.head(), new CoreInbox(core), clocks::millis);
        link.stands(recovered.shelf().desired().report());
        CodeDesk codes = new CodeDesk(ServiceCodeFile.of(data), core::offer, this::failed);
        wires.join(devices, link, screen, codes);
        ScreenServer server = server(identity, screen);
        core.start();
        devices.start();
        link.start(this::failed);
        System.out.println(
                "counter " + identity.label() + ": screen at http://localhost:" + server.port());
        Optional<CoreWatchdog> watchdog = watchdog(core);
        waitForEnd();
        watchdog.ifPresent(CoreWatchdog::close);
        server.stop();
        devices.stop();
        link.stop();
        codes.close();
        core.stop();
    }

    private Optional<CoreWatchdog> watchdog(CoreThread core) throws IOException {
        Optional<String> device = arguments.optional("watchdog");
        return device.isEmpty()
                ? Optional.empty()
                : Optional.of(CoreWatchdog.start(Path.of(device.get()), core));
    }

    /** The sale left open is settled from what is on disk now, with the facts just written. */
    private static Core core(
            Start start, Recovered before, ColdStart cold, Journal journal, Wires wires) {
        Recovered recovered = start.recover(before);
        Step first =
                RecoverySteps.start(
                        recovered.shelf(),
                        recovered.openSale(),
                        recovered.nextCommand(),
                        start.clocks().moment());
        Moment now = start.clocks().moment();
        Step cooled = ClimateSteps.start(first, cold.cooling(recovered), now);
        Step ready = ServiceSteps.start(cooled, recovered.service(), start.clocks().reading(), now);
        return new Core(journal, wires, SaleCore::step, ready, now);
    }

    private Place place(Identity identity, Clocks clocks) {
        return new Place(
                identity.label(),
                identity.site(),
                HelpPage.ofFleet(identity.text("fleetOrigin")),
                arguments.optional("bench-url").orElse(null),
                () -> clocks.today().toString(),
                clocks::localTime);
    }

    /** What the shelf calls its motors, locks and cooled compartments. */
    private static ShelfNumbers numbers(ShelfRelease shelf) {
        SortedSet<Integer> slots = new TreeSet<>();
        shelf.slots().forEach(slot -> slots.add(slot.slot()));
        return new ShelfNumbers(slots, new TreeSet<>(Shelf.empty(shelf).chilledCompartments()));
    }

    private CabinetWiring wiring(ShelfNumbers shelf) throws IOException {
        Path file = Path.of(arguments.value("wiring"));
        if (!Files.isReadable(file)) {
            throw new SettingsException("there is no wiring file " + file);
        }
        try {
            return CabinetWiring.read(file, shelf);
        } catch (WiringException e) {
            throw new SettingsException(file + " cannot be used:\n" + e.getMessage(), e);
        }
    }

    private SaleId freshSale() {
        return SaleId.of(random.nextLong(), random.nextLong());
    }

    private void failed(Throwable cause) {
        ended.completeExceptionally(cause);
    }

    /** A signal ends it well; a bug or a failed journal ends it with an error. */
    private void waitForEnd() throws InterruptedException {
        Thread hook = new Thread(this::stopFromOutside, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the counter cannot go on", e.getCause());
        }
    }

    /** The main thread itself may be inside {@code System.exit}, which waits for this. */
    private void stopFromOutside() {
        ended.complete(null);
        try {
            var _ = stopped.await(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
