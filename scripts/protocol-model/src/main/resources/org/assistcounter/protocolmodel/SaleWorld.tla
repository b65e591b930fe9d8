----------------------------- MODULE SaleWorld -----------------------------
(* Everything around the counter: its edge, the reader, the board, the wallet,
   the fleet, and power. The counter's journal reaches the fleet in order and
   once; that it does is what the module Sync is about. *)
EXTENDS SaleState

Fault == faults < MaxFaults /\ faults' = faults + 1
NoFault == UNCHANGED faults

Next1(effect) == effects # <<>> /\ Head(effects)[1] = effect /\ effects' = Tail(effects)
Command == Head(effects)[2]
Rest == UNCHANGED <<journal, durable, phase, stage, goesOn>>

----------------------------------------------------------------------------
(* The card reader. *)

(* What becomes of a failed vend. Unknown is the word for whatever cannot be proved. *)
FailVend ==
    IF reader = "approved" THEN
        \/ /\ returned' = [returned EXCEPT ![readerLine] = @ + 1]
           /\ said' \in {"REFUNDED", "UNKNOWN"}
        \/ UNCHANGED returned /\ said' \in {"LOST", "UNKNOWN"}
    ELSE UNCHANGED returned /\ said' = "UNKNOWN"

CommandReader ==
    /\ Next1("CommandReader")
    /\ CASE Command = "Enable" ->
                /\ reader' = IF reader = "off" THEN "on" ELSE reader
                /\ UNCHANGED <<readerLine, said, returned>>
         [] Command = "RequestVend" ->
                /\ reader' = IF reader = "session" THEN "asked" ELSE reader
                /\ readerLine' = SaleOf(journal).line
                /\ UNCHANGED <<said, returned>>
         [] Command = "Disable" ->
                /\ reader' = IF reader \in {"on", "session"} THEN "off" ELSE reader
                /\ UNCHANGED <<readerLine, said, returned>>
         [] Command = "FailVend" -> FailVend /\ reader' = "off" /\ UNCHANGED readerLine
         [] Command \in {"ConfirmVend", "Start"} ->
                reader' = "off" /\ said' = "" /\ UNCHANGED <<readerLine, returned>>
    /\ NoFault /\ Rest /\ UNCHANGED <<boardVars, charged, walletVars, fleetVars>>

ReaderSays(from, to, word) ==
    /\ reader = from /\ said = "" /\ reader' = to /\ said' = word
    /\ UNCHANGED <<counterVars, readerLine, boardVars, returned, walletVars, fleetVars>>

CardIsHeld == ReaderSays("on", "session", "SessionBegan") /\ NoFault /\ UNCHANGED charged

ReaderApproves ==
    /\ ReaderSays("asked", "approved", "VendApproved") /\ NoFault
    /\ charged' = [charged EXCEPT ![readerLine] = @ + 1]

ReaderApprovesNothing ==
    ReaderSays("asked", "approved-nothing", "VendApprovedNothing") /\ NoFault /\ UNCHANGED charged

ReaderDenies == ReaderSays("asked", "off", "VendDenied") /\ NoFault /\ UNCHANGED charged

CardIsTakenAway == ReaderSays("session", "off", "SessionEnded") /\ NoFault /\ UNCHANGED charged

(* It keeps what it had approved. *)
ReaderIsLost ==
    /\ reader # "off" /\ ReaderSays(reader, "off", "ReaderLost") /\ Fault /\ UNCHANGED charged

----------------------------------------------------------------------------
(* The vending board. Sensors that are good before and after tell the truth. *)

Turned(line, falls, word) ==
    /\ turns' = [turns EXCEPT ![line] = @ + 1]
    /\ out' = IF falls THEN out \union {line} ELSE out
    /\ evidence' = word

CommandDispenser ==
    /\ Next1("CommandDispenser")
    /\ \/ \E word \in {"seen", "not-seen-doubtful", "unknown", ""} :
              Turned(Command, TRUE, word) /\ IF word = "seen" THEN NoFault ELSE Fault
       \/ \E word \in {"not-seen", "not-seen-doubtful", "unknown", ""} :
              Turned(Command, FALSE, word) /\ Fault
       \/ Fault /\ UNCHANGED boardVars
    /\ Rest /\ UNCHANGED <<cardVars, moneyVars, walletVars, fleetVars>>

----------------------------------------------------------------------------
(* The wallet, and questions about it. *)

AskFleet ==
    /\ Next1("AskFleet") /\ asks' = asks \union {Command}
    /\ NoFault /\ Rest /\ UNCHANGED <<cardVars, boardVars, moneyVars, wallet, fleetVars>>

Wallet(state) ==
    /\ wallet' = state
    /\ charged' = IF state = "PAID" /\ wallet # "PAID"
                  THEN [l \in Lines |-> IF l <= SaleOf(journal).lines THEN charged[l] + 1
                                        ELSE charged[l]]
                  ELSE charged

FleetHears ==
    /\ \E question \in asks :
          /\ asks' = asks \ {question}
          /\ CASE question = "OrderWallet" -> Wallet(IF wallet = "none" THEN "WAITING" ELSE wallet)
               [] question = "ChargeCode" ->
                      IF wallet # "none" THEN Wallet(wallet)
                      ELSE \E state \in {"WAITING", "PAID", "REFUSED"} : Wallet(state)
               [] question = "CloseWallet" ->
                      Wallet(IF wallet = "WAITING" THEN "CLOSED" ELSE wallet)
    /\ NoFault
    /\ UNCHANGED <<counterVars, cardVars, boardVars, returned, fleetVars>>

QuestionIsLost ==
    /\ \E question \in asks : asks' = asks \ {question}
    /\ Fault
    /\ UNCHANGED <<counterVars, cardVars, boardVars, moneyVars, wallet, fleetVars>>

ShopperPaysWallet ==
    /\ wallet = "WAITING" /\ Wallet("PAID") /\ NoFault
    /\ UNCHANGED <<counterVars, cardVars, boardVars, returned, asks, fleetVars>>

----------------------------------------------------------------------------
(* The fleet's side of the money. *)

FleetRests == UNCHANGED <<counterVars, cardVars, boardVars, asks>>

FleetBooks ==
    /\ booked < durable /\ booked' = booked + 1
    /\ LET fact == journal[booked + 1]
           ends == fact.kind = "PaymentResolved" /\ fact.way = "WALLET" /\ wallet # "none"
       IN /\ ended' = IF ~ends \/ ended # "" THEN ended
                      ELSE IF fact.word = "APPROVED" THEN "approved" ELSE "abandoned"
          /\ silent' = (silent /\ ~ends)
          /\ wanted' = IF fact.kind = "RefundResolved" /\ fact.word = "HANDED_OVER"
                       THEN wanted \union {fact.line} ELSE wanted
    /\ NoFault /\ FleetRests /\ UNCHANGED <<moneyVars, wallet, done>>

(* The order of an attempt that its counter gave up is closed; a late success goes back. *)
SettlementGivesUp ==
    /\ ended = "abandoned"
    /\ \/ wallet = "WAITING" /\ wallet' = "CLOSED" /\ UNCHANGED wanted
       \/ /\ wallet = "PAID" /\ wanted = {} /\ Kept("LatePaymentGoesBack")
          /\ wanted' = 1..SaleOf(journal).lines /\ UNCHANGED wallet
    /\ NoFault /\ FleetRests /\ UNCHANGED <<moneyVars, booked, ended, silent, done>>

(* The wallet makes a refund once under its number, however often it is asked. *)
SettlementRefunds ==
    /\ \E line \in wanted \ done :
          /\ returned' = IF Kept("RefundHasOneNumber") /\ returned[line] > 0 THEN returned
                         ELSE [returned EXCEPT ![line] = @ + 1]
          /\ \/ done' = done \union {line} /\ NoFault
             \/ UNCHANGED done /\ Fault
    /\ FleetRests /\ UNCHANGED <<charged, wallet, booked, ended, silent, wanted>>

(* The counter waits no longer, and its journal has not told how the attempt ended. *)
GrantIsUnheard ==
    /\ ended = "" /\ phase # "Paying"
    /\ \/ wallet = "WAITING" /\ wallet' = "CLOSED" /\ UNCHANGED silent
       \/ /\ wallet = "PAID" /\ ~silent /\ Kept("SilentPaymentIsACase")
          /\ silent' = TRUE /\ UNCHANGED wallet
    /\ NoFault /\ FleetRests /\ UNCHANGED <<moneyVars, booked, ended, wanted, done>>

----------------------------------------------------------------------------
(* Power. Of what was written and not flushed any first part may be left; the
   reader may keep its session or not. *)

PowerCut ==
    /\ phase # "Off" /\ IsOpened /\ Fault
    /\ \E kept \in durable..Len(journal) :
          journal' = SubSeq(journal, 1, kept) /\ durable' = kept
    /\ phase' = "Off" /\ stage' = "" /\ goesOn' = FALSE /\ effects' = <<>>
    /\ said' = "" /\ evidence' = "" /\ reader' \in {reader, "off"}
    /\ UNCHANGED <<readerLine, turns, out, moneyVars, walletVars, fleetVars>>
=============================================================================
