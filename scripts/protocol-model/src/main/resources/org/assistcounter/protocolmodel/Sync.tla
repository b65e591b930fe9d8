-------------------------------- MODULE Sync -------------------------------
(* The journal's way to the fleet: the counter's outbox, the messages, and the
   fleet's verdicts. A record is written as the number of the start that wrote
   it: each start draws a nonce, so two records with one number and one nonce
   are one record. Messages come in any order; some are lost or come twice.
   Answers go to whoever is connected under the counter's name, twin or not. *)
EXTENDS Words, Guards, Sequences, Naturals, FiniteSets

CONSTANTS MaxRecords, MaxFaults, MaxCopies

VARIABLES
    journal,   \* the records of each card
    durable,   \* how many of them a power cut leaves
    boot,      \* the start that is running; 0 without power
    boots,     \* how many starts there have been
    joined,    \* no, greeting, resumed, waiting or refused
    sent,      \* the newest record that was sent
    waits,     \* whether a checkpoint is awaited for what was sent
    confirmed, \* the cursor: the newest record that a checkpoint has confirmed
    up, down,  \* messages on their way
    ledger,    \* the records that the fleet has
    committed, \* how many of them a crash of the fleet leaves
    refused,   \* what the fleet found to be wrong
    faults,
    written,   \* history: every record that was written, with the one before it
    acked,     \* history: what was acknowledged
    tampered   \* history: a card was restored or copied

cardVars == <<journal, durable, boot, boots, written>>
outboxVars == <<joined, sent, waits, confirmed, acked>>
fleetVars == <<ledger, committed, refused>>
vars == <<cardVars, outboxVars, up, down, fleetVars, faults, tampered>>

Counter == 1
Twin == 2
Cards == {Counter, Twin}

Fault == faults < MaxFaults /\ faults' = faults + 1
NoFault == UNCHANGED faults

Least(a, b) == IF a < b THEN a ELSE b
Most(a, b) == IF a < b THEN b ELSE a
HashAt(records, seq) == IF seq \in 1..Len(records) THEN records[seq] ELSE 0
Prefix(a, b) == Len(a) <= Len(b) /\ SubSeq(b, 1, Len(a)) = a

Greeting(records) ==
    [kind |-> "Greeting", seq |-> Len(records), hash |-> HashAt(records, Len(records))]
Batch(records, after) ==
    [kind |-> "Batch", from |-> after + 1, before |-> HashAt(records, after),
     records |-> SubSeq(records, after + 1, Len(records))]
Resume(seq) == [kind |-> "Resume", from |-> seq]
Wait == [kind |-> "Wait"]
Refusal(why, seq, hash) == [kind |-> "Refusal", why |-> why, seq |-> seq, hash |-> hash]
Checkpoint(records) ==
    [kind |-> "Checkpoint", seq |-> Len(records), hash |-> HashAt(records, Len(records))]

----------------------------------------------------------------------------
(* The counter and its outbox. *)

Appended(card, nonce) ==
    /\ journal' = [journal EXCEPT ![card] = Append(@, nonce)]
    /\ durable' = IF Kept("OnDiskBeforeSending")
                  THEN [durable EXCEPT ![card] = Len(journal[card]) + 1] ELSE durable
    /\ written' = written \union {<<Len(journal[card]) + 1, nonce,
                                    HashAt(journal[card], Len(journal[card]))>>}

(* Everything after the newest that was sent goes out, once the fleet has said from where. *)
Pump(card, state, after, cursor, goesOnWaiting) ==
    LET records == journal'[card]
        sends == state = "resumed" /\ after < Len(records)
        moves == sends /\ ~Kept("OnlyACheckpointConfirms")
        end == IF moves THEN Len(records) ELSE cursor
    IN /\ joined' = [joined EXCEPT ![card] = state]
       /\ sent' = [sent EXCEPT ![card] = IF sends THEN Len(records) ELSE after]
       /\ waits' = [waits EXCEPT ![card] = sends \/ (goesOnWaiting /\ after > cursor)]
       /\ up' = IF sends THEN up \union {Batch(records, after)} ELSE up
       /\ confirmed' = [confirmed EXCEPT ![card] = end]
       /\ acked' = IF end > Len(acked) THEN SubSeq(records, 1, end) ELSE acked

(* The first record of a start carries its nonce. *)
StartBooted ==
    /\ \E card \in Cards :
          /\ boot[card] = 0 /\ (card = Twin => durable[Twin] > 0)
          /\ boots' = boots + 1 /\ boot' = [boot EXCEPT ![card] = boots + 1]
          /\ Appended(card, boots + 1)
          /\ joined' = [joined EXCEPT ![card] = "no"] /\ sent' = [sent EXCEPT ![card] = 0]
          /\ waits' = [waits EXCEPT ![card] = FALSE]
          /\ confirmed' = [confirmed EXCEPT ![card] = 0]
    /\ NoFault /\ UNCHANGED <<acked, up, down, fleetVars, tampered>>

OutboxAppended ==
    /\ \E card \in Cards :
          /\ boot[card] > 0 /\ Len(journal[card]) < MaxRecords
          /\ Appended(card, boot[card])
          /\ Pump(card, joined[card], sent[card], confirmed[card], waits[card])
    /\ NoFault /\ UNCHANGED <<boot, boots, down, fleetVars, tampered>>

Greets(card) == up' = up \union {Greeting(journal[card])}
Rests == UNCHANGED <<cardVars, sent, waits, confirmed, acked, down, fleetVars, tampered>>

(* While an answer is still on its way, running out of patience counts as a fault. *)
Patient == IF up = {} /\ down = {} THEN NoFault ELSE Fault

(* A twin has the counter's name, so the broker cuts one off when the other comes. *)
OutboxConnected ==
    /\ \E card \in Cards :
          /\ boot[card] > 0 /\ joined[card] = "no" /\ Patient /\ Greets(card)
          /\ joined' = [each \in Cards |-> IF each = card THEN "greeting" ELSE "no"]
    /\ Rests

OutboxDisconnected ==
    /\ \E card \in Cards :
          joined[card] # "no" /\ joined' = [joined EXCEPT ![card] = "no"]
    /\ Fault
    /\ UNCHANGED <<cardVars, sent, waits, confirmed, acked, up, down, fleetVars, tampered>>

OutboxElapsed ==
    /\ \E card \in Cards :
          /\ joined[card] \in {"greeting", "waiting", "refused"}
             \/ (joined[card] = "resumed" /\ waits[card])
          /\ Kept("SilenceIsAskedAgain") /\ Patient /\ Greets(card)
          /\ joined' = [joined EXCEPT ![card] = "greeting"]
    /\ Rests

Taken(box, message) == (box' = box \ {message} /\ NoFault) \/ (box' = box /\ Fault)

OutboxResume ==
    /\ \E card \in Cards, message \in down :
          /\ message.kind = "Resume" /\ joined[card] # "no" /\ Taken(down, message)
          /\ journal' = journal
          /\ IF joined[card] = "refused"
             THEN UNCHANGED <<outboxVars, up>>
             ELSE Pump(card, "resumed", Least(message.from - 1, Len(journal[card])),
                       confirmed[card], Kept("ResumeAwaitsACheckpoint"))
    /\ UNCHANGED <<durable, boot, boots, written, fleetVars, tampered>>

(* The fleet may know another journal than this card holds. *)
IsOurs(card, message) ==
    \/ HashAt(journal[card], message.seq) = message.hash
    \/ ~Kept("CheckpointMustBeOurs")

OutboxConfirmed ==
    /\ \E card \in Cards, message \in down :
          /\ message.kind = "Checkpoint" /\ joined[card] # "no" /\ Taken(down, message)
          /\ journal' = journal
          /\ IF IsOurs(card, message)
             THEN LET cursor == Most(confirmed[card], Least(message.seq, Len(journal[card])))
                  IN Pump(card, joined[card], Most(sent[card], cursor), cursor, waits[card])
             ELSE UNCHANGED <<outboxVars, up>>
    /\ UNCHANGED <<durable, boot, boots, written, fleetVars, tampered>>

(* A counter whose record is not believed sells and sends nothing, and asks now and then. *)
OutboxRefused ==
    /\ \E card \in Cards, message \in down :
          /\ message.kind = "Refusal" /\ joined[card] # "no" /\ Taken(down, message)
          /\ IF HashAt(journal[card], message.seq) = message.hash \/ ~Kept("RefusalMustBeOurs")
             THEN /\ joined' = [joined EXCEPT ![card] = "refused"]
                  /\ waits' = [waits EXCEPT ![card] = FALSE]
             ELSE UNCHANGED <<joined, waits>>
    /\ UNCHANGED <<cardVars, sent, confirmed, acked, up, fleetVars, tampered>>

(* The fleet has too much to do: nothing is sent until the wait is over. *)
OutboxWaits ==
    /\ \E card \in Cards, message \in down :
          /\ message.kind = "Wait" /\ joined[card] # "no" /\ Taken(down, message)
          /\ IF joined[card] = "refused"
             THEN UNCHANGED <<joined, waits>>
             ELSE /\ joined' = [joined EXCEPT ![card] = "waiting"]
                  /\ waits' = [waits EXCEPT ![card] = FALSE]
    /\ UNCHANGED <<cardVars, sent, confirmed, acked, up, fleetVars, tampered>>

----------------------------------------------------------------------------
(* The fleet. *)

Newest(records) == IF records = <<>> THEN {} ELSE {Checkpoint(records)}

(* A known head that is no longer the newest was sent before: a started card
   begins with a record that nobody knows, so it is no older copy. *)
HelloIsStale(hello) ==
    /\ Kept("KnownHelloIsStale")
    /\ HashAt(ledger, hello.seq) = hello.hash

HelloIsGood(hello) ==
    \/ ~Kept("HelloComparesHeads")
    \/ hello.seq > Len(ledger)
    \/ hello.seq = Len(ledger) /\ hello.hash = HashAt(ledger, Len(ledger))
    \/ HelloIsStale(hello)

HelloResume ==
    /\ \E hello \in up :
          hello.kind = "Greeting" /\ HelloIsGood(hello) /\ Taken(up, hello)
    /\ down' = down \union Newest(ledger) \union {Resume(Len(ledger) + 1)}
    /\ UNCHANGED <<cardVars, outboxVars, fleetVars, tampered>>

(* How often it has too much to do is bounded like any other fault. *)
HelloWait ==
    /\ \E hello \in up :
          hello.kind = "Greeting" /\ HelloIsGood(hello) /\ Fault /\ up' = up \ {hello}
    /\ down' = down \union Newest(ledger) \union {Wait}
    /\ UNCHANGED <<cardVars, outboxVars, fleetVars, tampered>>

HelloRefused ==
    /\ \E hello \in up :
          /\ hello.kind = "Greeting" /\ ~HelloIsGood(hello) /\ Taken(up, hello)
          /\ LET why == IF hello.seq < Len(ledger) THEN "rollback" ELSE "fork"
             IN /\ refused' = refused \union {why}
                /\ down' = down \union {Refusal(why, hello.seq, hello.hash)}
    /\ UNCHANGED <<cardVars, outboxVars, ledger, committed, tampered>>

End(batch) == batch.from + Len(batch.records) - 1
RecordOf(batch, seq) == batch.records[seq - batch.from + 1]
Before(batch, seq) == IF seq = batch.from THEN batch.before ELSE RecordOf(batch, seq - 1)
Fresh(batch) == Most(batch.from, Len(ledger) + 1)

(* As ChainCheck judges a batch against the head. *)
Judged(batch) ==
    CASE \E seq \in batch.from..Least(End(batch), Len(ledger)) :
              RecordOf(batch, seq) # ledger[seq] -> "Fork"
      [] End(batch) <= Len(ledger) /\ Kept("KnownIsNotBookedAgain") -> "Duplicate"
      [] Fresh(batch) > Len(ledger) + 1 /\ Kept("GapIsNotBooked") -> "Gap"
      [] /\ Kept("PreviousHashIsCompared") /\ End(batch) >= Fresh(batch)
         /\ Before(batch, Fresh(batch)) # HashAt(ledger, Fresh(batch) - 1) -> "Fork"
      [] OTHER -> "Append"

Verdict(verdict, batch) ==
    batch.kind = "Batch" /\ Judged(batch) = verdict /\ Taken(up, batch)

VerdictAppend ==
    /\ \E batch \in up :
          /\ Verdict("Append", batch)
          /\ ledger' = ledger \o
                 (IF Kept("KnownIsNotBookedAgain")
                  THEN SubSeq(batch.records, Fresh(batch) - batch.from + 1, Len(batch.records))
                  ELSE batch.records)
    /\ committed' = IF Kept("CommittedBeforeAnswered") THEN Len(ledger') ELSE committed
    /\ down' = down \union Newest(ledger')
    /\ UNCHANGED <<cardVars, outboxVars, refused, tampered>>

VerdictDuplicate ==
    /\ \E batch \in up : Verdict("Duplicate", batch)
    /\ down' = down \union Newest(ledger)
    /\ UNCHANGED <<cardVars, outboxVars, fleetVars, tampered>>

VerdictGap ==
    /\ \E batch \in up : Verdict("Gap", batch)
    /\ down' = down \union {Resume(Len(ledger) + 1)}
    /\ UNCHANGED <<cardVars, outboxVars, fleetVars, tampered>>

(* The first record that contradicts the ledger. *)
Contested(batch) ==
    LET others == {seq \in batch.from..Least(End(batch), Len(ledger)) :
                       RecordOf(batch, seq) # ledger[seq]}
    IN IF others = {} THEN Fresh(batch)
       ELSE CHOOSE seq \in others : \A other \in others : seq <= other

VerdictFork ==
    /\ \E batch \in up :
          /\ Verdict("Fork", batch)
          /\ down' = down \union
                 {Refusal("fork", Contested(batch), RecordOf(batch, Contested(batch)))}
    /\ refused' = refused \union {"fork"}
    /\ UNCHANGED <<cardVars, outboxVars, ledger, committed, tampered>>
=============================================================================
