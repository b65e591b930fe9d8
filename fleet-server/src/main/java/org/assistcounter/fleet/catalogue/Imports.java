package org.assistcounter.fleet.catalogue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assistcounter.fleet.catalogue.store.ImportStore;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Checked;
import org.assistcounter.fleet.spreadsheets.Problem;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.assistcounter.fleet.spreadsheets.Table;
import org.assistcounter.fleet.spreadsheets.Unreadable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes files into the registry, whole or not at all. A dry run does everything that the import
 * does and takes it back, so that what it calls good is good.
 */
@Service
public class Imports {
    /** A file with more is sent in parts: what one transaction holds has to end some time. */
    static final int ROWS_MAX = 10_000;

    private static final int SHOWN_MAX = 200;
    private static final String STOPPED = "stopped";

    private final List<Importable<?>> kinds;
    private final ImportStore store;
    private final Writing writing;

    Imports(List<Importable<?>> kinds, ImportStore store, Writing writing) {
        this.kinds = kinds;
        this.store = store;
        this.writing = writing;
    }

    /** What somebody sends. */
    public record Sent(ImportRun.File file, Papers.Content content) {}

    /** A file as far as it was understood. */
    private record Understood<T>(int rows, Checked<T> checked) {}

    /** The words of what can be imported and exported. */
    public List<String> words() {
        return kinds.stream().map(Importable::kind).sorted().toList();
    }

    /** What a word names. */
    public Optional<Importable<?>> find(String word) {
        for (Importable<?> kind : kinds) {
            if (kind.kind().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Looks through a file and keeps it for its import; empty when there is no such kind. */
    public Mono<ImportRun> dryRun(Operator by, Sent sent) {
        return run(by, sent, false)
                .flatMap(run ->
                        run.isClean()
                                ? store.keep(
                                                owner(by),
                                                sent.file(),
                                                sent.content().bytes(),
                                                writing.now())
                                        .thenReturn(run)
                                : Mono.just(run));
    }

    /** Imports the file that somebody has looked through; empty when there is none any more. */
    public Mono<ImportRun> apply(Operator by) {
        return store.take(owner(by))
                .flatMap(waiting ->
                        run(by, new Sent(waiting.file(), content(waiting.content())), true));
    }

    private Mono<ImportRun> run(Operator by, Sent sent, boolean isForGood) {
        return Mono.justOrEmpty(find(sent.file().kind()))
                .flatMap(kind -> run(by, kind, sent, isForGood));
    }

    private <T> Mono<ImportRun> run(Operator by, Importable<T> kind, Sent sent, boolean isForGood) {
        return Mono.fromCallable(() -> understood(kind, sent.content().bytes()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(read ->
                        put(by, kind, read.checked(), isForGood)
                                .map(refused -> told(sent, read, refused, isForGood)));
    }

    private static <T> Understood<T> understood(Importable<T> kind, byte[] file) {
        return switch (Spreadsheets.read(file)) {
            case Unreadable(String word, String detail) ->
                    new Understood<>(0, nothing(new Problem(0, "", detail, word)));
            case Table table when table.rows().size() > ROWS_MAX ->
                    new Understood<>(
                            table.rows().size(), nothing(new Problem(0, "", "", "too-many-rows")));
            case Table table -> new Understood<>(table.rows().size(), kind.sheet().check(table));
        };
    }

    private static <T> Checked<T> nothing(Problem why) {
        return new Checked<>(List.of(), List.of(why), List.of());
    }

    /** Row by row in one transaction, which is kept only if it is for good and nothing is wrong. */
    private <T> Mono<List<Problem>> put(
            Operator by, Importable<T> kind, Checked<T> checked, boolean isForGood) {
        boolean isKept = isForGood && checked.problems().isEmpty();
        return Flux.fromIterable(checked.good())
                .concatMap(good ->
                        kind.put(by, good.value())
                                .onErrorReturn(
                                        DataAccessException.class, Outcome.Refused.of(STOPPED))
                                .flatMapIterable(outcome -> problems(good.row(), outcome)))
                .takeUntil(problem -> problem.word().equals(STOPPED))
                .collectList()
                .as(work -> writing.triedOut(work, problems -> isKept && problems.isEmpty()));
    }

    private static List<Problem> problems(int row, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> List.of();
            case Outcome.Refused(List<String> words) ->
                    words.stream().map(word -> new Problem(row, "", "", word)).toList();
        };
    }

    private static ImportRun told(
            Sent sent, Understood<?> read, List<Problem> refused, boolean isForGood) {
        List<Problem> all = new ArrayList<>(read.checked().problems());
        all.addAll(refused);
        all.sort((a, b) -> Integer.compare(a.row(), b.row()));
        long bad = all.stream().map(Problem::row).distinct().count();
        return new ImportRun(
                sent.file(),
                read.rows(),
                (int) Math.max(0, read.rows() - bad),
                all.subList(0, Math.min(SHOWN_MAX, all.size())),
                Math.max(0, all.size() - SHOWN_MAX),
                isForGood && all.isEmpty() && read.rows() > 0);
    }

    private static ImportStore.Owner owner(Operator by) {
        return new ImportStore.Owner(by.id(), by.tenant());
    }

    private static Papers.Content content(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new Papers.Content(bytes);
    }
}
