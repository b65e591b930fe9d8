----------------------------- MODULE SaleState -----------------------------
(* One counter with one sale: what is on disk, what the counter has in mind,
   and the world that both are about. An amount is one per line. *)
EXTENDS Words, Guards, Sequences, Naturals, FiniteSets

CONSTANTS MaxLines, MaxFaults

VARIABLES
    journal,    \* the facts, as the counter has written them
    durable,    \* how many of them a power cut leaves
    booked,     \* how many of them the fleet has booked
    phase,      \* what the counter is doing; Off while it has no power
    stage,      \* where an attempt to pay stands; empty when there is none
    goesOn,     \* whether the other lines are wanted while one is given back
    effects,    \* what the edge has yet to do
    reader,     \* the card reader: off, on, session, asked, approved, approved-nothing
    readerLine, \* the line that the reader was asked for last
    said,       \* the reader's word that the counter has not heard yet
    evidence,   \* the board's word that the counter has not heard yet
    turns,      \* how often the motor of a line has turned
    out,        \* the lines whose goods are in the flap
    charged,    \* how often the shopper has paid for a line
    returned,   \* how often the shopper has got the money of a line back
    asks,       \* questions on their way to the fleet
    wallet,     \* the order at the wallet: none, or as the fleet answers
    ended,      \* how the attempt ended for the counter, as far as the fleet has heard
    silent,     \* whether somebody owns the payment to a counter that says nothing
    wanted,     \* the lines whose refund the fleet owes
    done,       \* the lines whose refund the fleet knows to be done
    faults      \* how many faults there have been

counterVars == <<journal, durable, phase, stage, goesOn, effects>>
cardVars == <<reader, readerLine, said>>
boardVars == <<evidence, turns, out>>
moneyVars == <<charged, returned>>
walletVars == <<asks, wallet>>
fleetVars == <<booked, ended, silent, wanted, done>>
vars == <<counterVars, cardVars, boardVars, moneyVars, walletVars, fleetVars, faults>>

Lines == 1..MaxLines

Fact(kind, line, word, way) == [kind |-> kind, line |-> line, word |-> word, way |-> way]

----------------------------------------------------------------------------
(* The sale that facts leave open, as OpenSale folds them. *)

NoSale == [open |-> FALSE, lines |-> 0, line |-> 1, way |-> "", paid |-> FALSE,
           progress |-> "OPENED"]

EndLine(sale) == [sale EXCEPT !.line = @ + 1, !.progress = "OPENED"]

After(sale, fact) ==
    CASE fact.kind = "SaleOpened" -> [NoSale EXCEPT !.open = TRUE, !.lines = fact.line]
      [] fact.kind = "PaymentRequested" ->
            [sale EXCEPT !.way = fact.way, !.paid = FALSE, !.progress = "PAYMENT_REQUESTED"]
      [] fact.kind = "PaymentResolved" /\ fact.word = "APPROVED" -> [sale EXCEPT !.paid = TRUE]
      [] fact.kind = "DispenseCommanded" -> [sale EXCEPT !.progress = "DISPENSE_COMMANDED"]
      [] fact.kind = "DispenseResolved" /\ fact.word = "DELIVERED" -> EndLine(sale)
      [] fact.kind = "RefundRequested" -> [sale EXCEPT !.progress = "REFUND_REQUESTED"]
      [] fact.kind = "RefundResolved" /\ fact.word \in {"RETURNED", "HANDED_OVER"} -> EndLine(sale)
      [] fact.kind = "CaseOpened" -> EndLine(sale)
      [] fact.kind = "SaleClosed" -> [sale EXCEPT !.open = FALSE]
      [] OTHER -> sale

SaleOf(facts) ==
    LET Folded[i \in 0..Len(facts)] ==
            IF i = 0 THEN NoSale ELSE After(Folded[i - 1], facts[i])
    IN Folded[Len(facts)]

Written(kind, words) ==
    {journal[i].line : i \in {i \in 1..Len(journal) :
                                  journal[i].kind = kind /\ journal[i].word \in words}}

HasCase(line) == line \in Written("CaseOpened", CaseReasons)
IsOpened == journal # <<>>
IsClosed == \E i \in 1..Len(journal) : journal[i].kind = "SaleClosed"
=============================================================================
