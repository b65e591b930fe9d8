package org.assistcounter.fleet.catalogue;

import java.util.List;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Sheet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something that the registry reads from files and writes to them. Every bean of this kind is
 * honoured.
 */
public interface Importable<T> {

    /** Its word in addresses, and the end of a message's name. */
    String kind();

    /** How it is read today. */
    Sheet<T> sheet();

    /** Adds one, or changes the one of the same name; what is as it was is left alone. */
    Mono<Outcome> put(Operator by, T entry);

    /** Those that somebody sees and asks for, as rows of its sheet. */
    Flux<List<Cell>> rows(Operator by, Page.Wish wish);
}
