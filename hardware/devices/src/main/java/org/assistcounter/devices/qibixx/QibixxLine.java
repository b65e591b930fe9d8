package org.assistcounter.devices.qibixx;

/** One line of the box, read (docs.qibixx.com, cashless master). */
sealed interface QibixxLine {

    /** {@code d,STATUS,RESET}: the reader has been reset. */
    record Reset() implements QibixxLine {}

    /** {@code d,STATUS,INIT,x}: the reader is set up. */
    record Initialised(boolean alwaysIdle) implements QibixxLine {}

    /** {@code d,STATUS,IDLE}: the reader takes cards; whatever was open is over. */
    record Idle() implements QibixxLine {}

    /** {@code d,STATUS,CREDIT,max,...}: a card is there; -1 when the box does not tell how much. */
    record Credit(long fundsMinor) implements QibixxLine {}

    /** {@code d,STATUS,VEND}: the reader has the request. */
    record Vending() implements QibixxLine {}

    /** {@code d,STATUS,RESULT,1,amount}: the money is taken. */
    record Approved(long amountMinor) implements QibixxLine {}

    /** {@code d,STATUS,RESULT} with any other number: the money is refused. */
    record Denied() implements QibixxLine {}

    /** {@code d,ERR,...} or a NACK. */
    record Failed(String text) implements QibixxLine {}

    /** A line about something else. */
    record Other() implements QibixxLine {}

    /** Not a line of the box. */
    record Unusable(String text, String reason) implements QibixxLine {}
}
