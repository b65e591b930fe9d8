------------------------------ MODULE SyncCheck ----------------------------
(* What must hold of the sync, whatever is lost, doubled, cut off or copied. *)
EXTENDS Sync

MessageIsLost ==
    /\ \/ \E message \in up : up' = up \ {message} /\ UNCHANGED down
       \/ \E message \in down : down' = down \ {message} /\ UNCHANGED up
    /\ Fault /\ UNCHANGED <<cardVars, outboxVars, fleetVars, tampered>>

(* The broker keeps nothing for a counter that is not there; it may have sent it before. *)
NobodyIsThere ==
    /\ down # {} /\ \A card \in Cards : joined[card] = "no"
    /\ down' = {} /\ NoFault
    /\ UNCHANGED <<cardVars, outboxVars, up, fleetVars, tampered>>

BrokerForgetsAll ==
    /\ up \union down # {} /\ up' = {} /\ down' = {}
    /\ Fault /\ UNCHANGED <<cardVars, outboxVars, fleetVars, tampered>>

FleetCrashes ==
    /\ ledger' = SubSeq(ledger, 1, committed)
    /\ Fault
    /\ UNCHANGED <<cardVars, outboxVars, up, down, committed, refused, tampered>>

(* Messages that were sent are on their way all the same. *)
Off(card) ==
    /\ boot' = [boot EXCEPT ![card] = 0] /\ joined' = [joined EXCEPT ![card] = "no"]
    /\ UNCHANGED <<boots, written, sent, waits, acked, up, down, fleetVars>>

PowerCut ==
    /\ \E card \in Cards, left \in 0..(MaxRecords + MaxFaults + 2) :
          /\ boot[card] > 0 /\ left \in durable[card]..Len(journal[card])
          /\ journal' = [journal EXCEPT ![card] = SubSeq(@, 1, left)]
          /\ durable' = [durable EXCEPT ![card] = left]
          /\ Off(card)
    /\ Fault /\ UNCHANGED <<confirmed, tampered>>

(* An image of the card as it was earlier, put back. *)
CardIsRestored ==
    /\ MaxCopies > 0 /\ ~tampered /\ tampered' = TRUE
    /\ \E left \in 1..(Len(journal[Counter]) - 1) :
          /\ journal' = [journal EXCEPT ![Counter] = SubSeq(@, 1, left)]
          /\ durable' = [durable EXCEPT ![Counter] = left]
          /\ Off(Counter)
    /\ confirmed' = [confirmed EXCEPT ![Counter] = 0]
    /\ NoFault

(* An image of the card, put into another counter. *)
CardIsCopied ==
    /\ MaxCopies > 0 /\ ~tampered /\ tampered' = TRUE
    /\ \E left \in 1..Len(journal[Counter]) :
          /\ journal' = [journal EXCEPT ![Twin] = SubSeq(journal[Counter], 1, left)]
          /\ durable' = [durable EXCEPT ![Twin] = left]
    /\ NoFault /\ UNCHANGED <<boot, boots, written, outboxVars, up, down, fleetVars>>

Init ==
    /\ journal = [card \in Cards |-> <<>>] /\ durable = [card \in Cards |-> 0]
    /\ boot = [card \in Cards |-> 0] /\ boots = 0
    /\ joined = [card \in Cards |-> "no"] /\ sent = [card \in Cards |-> 0]
    /\ waits = [card \in Cards |-> FALSE] /\ confirmed = [card \in Cards |-> 0]
    /\ up = {} /\ down = {} /\ ledger = <<>> /\ committed = 0 /\ refused = {}
    /\ faults = 0 /\ written = {} /\ acked = <<>> /\ tampered = FALSE

(* What goes on by itself; records and faults come as they please. *)
Proceeds ==
    \/ StartBooted \/ OutboxConnected \/ OutboxElapsed \/ OutboxResume \/ OutboxConfirmed
    \/ OutboxRefused \/ OutboxWaits \/ NobodyIsThere \/ HelloResume \/ HelloRefused
    \/ VerdictAppend \/ VerdictDuplicate \/ VerdictGap \/ VerdictFork

Next ==
    \/ StartBooted
    \/ OutboxConnected
    \/ OutboxDisconnected
    \/ OutboxAppended
    \/ OutboxElapsed
    \/ OutboxResume
    \/ OutboxConfirmed
    \/ OutboxRefused
    \/ OutboxWaits
    \/ HelloResume
    \/ HelloWait
    \/ HelloRefused
    \/ VerdictAppend
    \/ VerdictDuplicate
    \/ VerdictGap
    \/ VerdictFork
    \/ MessageIsLost
    \/ NobodyIsThere
    \/ BrokerForgetsAll
    \/ FleetCrashes
    \/ PowerCut
    \/ CardIsRestored
    \/ CardIsCopied

Steps == Init /\ [][Next]_vars
Spec == Steps /\ WF_vars(Proceeds)

----------------------------------------------------------------------------
KindsAreKnown ==
    /\ \A message \in up : message.kind \in Sendings
    /\ \A message \in down : message.kind \in SyncAnswers \union {"Checkpoint", "Refusal"}

AcknowledgedIsKept == Prefix(acked, ledger)

CursorIsInTheLedger ==
    \A card \in Cards :
        Prefix(SubSeq(journal[card], 1, Least(confirmed[card], Len(journal[card]))), ledger)

LedgerIsOneJournal ==
    \A seq \in 1..Len(ledger) : <<seq, ledger[seq], HashAt(ledger, seq - 1)>> \in written

NothingIsInvented == refused # {} => tampered

Contradicts(card) ==
    boot[card] > 0 /\ ~Prefix(journal[card], ledger) /\ ~Prefix(ledger, journal[card])

OnlyACopyIsStopped == \A card \in Cards : joined[card] = "refused" => Contradicts(card)

CopiesAreFound == []<>(refused # {} \/ \A card \in Cards : ~Contradicts(card))

EveryRecordIsAcknowledged ==
    []<>(tampered \/ (boot[Counter] > 0 /\ confirmed[Counter] = Len(journal[Counter])))
=============================================================================
