-------------------------------- MODULE Sale -------------------------------
(* The counter's side of a sale: decide, record, act, record. An action is
   named by the phase and by what is heard in it, both as the code has them. *)
EXTENDS SaleWorld

Out(facts, acts, next, nextStage, on) ==
    [facts |-> facts, acts |-> acts, phase |-> next, stage |-> nextStage, goesOn |-> on]

(* Nothing is decided before the edge has done what was decided before. *)
Decide(outcomes) ==
    /\ effects = <<>>
    /\ \E o \in outcomes :
          /\ journal' = journal \o o.facts
          /\ durable' = IF Kept("OnDiskBeforeActing") THEN Len(journal') ELSE durable
          /\ effects' = o.acts
          /\ phase' = o.phase /\ stage' = o.stage /\ goesOn' = o.goesOn
    /\ NoFault /\ UNCHANGED <<reader, readerLine, turns, out, moneyVars, walletVars, fleetVars>>

NoNews == UNCHANGED <<said, evidence>>
ReaderHeard(words) == said \in words /\ said' = "" /\ UNCHANGED evidence
BoardHeard(words) == evidence \in words /\ evidence' = "" /\ UNCHANGED said

ReaderDoes(command) == <<"CommandReader", command>>

----------------------------------------------------------------------------
(* From one line to the next, as LineSteps, RefundSteps and Cases have it. Each
   takes the facts and effects so far and gives the outcomes that are possible. *)

Now(facts) == SaleOf(journal \o facts)

Closing(facts) ==
    LET all == journal \o facts
        Has(kind, words) == \E i \in 1..Len(all) : all[i].kind = kind /\ all[i].word \in words
    IN CASE Has("CaseOpened", CaseReasons) -> "CASE"
         [] Has("RefundResolved", RefundOutcomes) -> "REFUNDED"
         [] Has("DispenseResolved", {"DELIVERED"}) -> "DELIVERED"
         [] OTHER -> "UNPAID"

Close(facts, acts) ==
    Out(Append(facts, Fact("SaleClosed", 0, Closing(facts), "")), acts, "Ended", "", FALSE)

HandedOver(facts) ==
    LET line == Now(facts).line
    IN facts \o <<Fact("RefundRequested", line, "", "WALLET"),
                  Fact("RefundResolved", line, "HANDED_OVER", "WALLET")>>

RECURSIVE Stop(_, _)
Stop(facts, acts) ==
    LET sale == Now(facts)
    IN IF sale.way = "WALLET" /\ sale.paid /\ sale.line <= sale.lines
       THEN Stop(HandedOver(facts), acts) ELSE Close(facts, acts)

RECURSIVE NextLine(_, _), GiveBack(_, _, _)
GiveBack(facts, acts, on) ==
    LET sale == Now(facts)
    IN IF sale.way = "CARD"
       THEN {Out(Append(facts, Fact("RefundRequested", sale.line, "", "CARD")),
                 Append(acts, ReaderDoes("FailVend")), "Returning", "", on)}
       ELSE IF on THEN NextLine(HandedOver(facts), acts) ELSE {Stop(facts, acts)}

(* The slot may have been switched off since it was chosen. *)
Dispense(facts, acts) ==
    LET line == Now(facts).line
    IN {Out(Append(facts, Fact("DispenseCommanded", line, "", "")),
            Append(acts, <<"CommandDispenser", line>>), "Dispensing", "", FALSE)}
       \union GiveBack(facts, acts, TRUE)

NextLine(facts, acts) ==
    LET sale == Now(facts)
    IN IF sale.line > sale.lines THEN {Close(facts, acts)}
       ELSE IF sale.way = "WALLET" THEN Dispense(facts, acts)
       ELSE {Out(facts, Append(acts, ReaderDoes("Enable")), "Paying", "AWAITING_CARD", FALSE),
             Close(facts, acts)}

Case(facts, guard, reason) ==
    IF Kept(guard) THEN Append(facts, Fact("CaseOpened", Now(facts).line, reason, "")) ELSE facts

KeepMoney == IF Now(<<>>).way = "CARD" THEN <<ReaderDoes("ConfirmVend")>> ELSE <<>>

----------------------------------------------------------------------------
(* Before paying. *)

Opened(lines) ==
    Decide({Out(<<Fact("SaleOpened", lines, "", "")>>, <<>>, "Choosing", "", FALSE)})

LookingBought == phase = "Looking" /\ NoNews /\ Opened(1)
ReviewingCheckedOut == phase = "Reviewing" /\ NoNews /\ Opened(MaxLines)

Ask(question, first) ==
    Out(<<Fact("PaymentRequested", 1, "", "WALLET")>>, <<<<"AskFleet", question>>>>,
        "Paying", first, FALSE)

ChoosingChoseWay ==
    /\ phase = "Choosing" /\ NoNews
    /\ Decide({Out(<<>>, <<ReaderDoes("Enable")>>, "Paying", "AWAITING_CARD", FALSE),
               Ask("OrderWallet", "ORDERING")})

ChoosingScannedCode == phase = "Choosing" /\ NoNews /\ Decide({Ask("ChargeCode", "CHARGING")})
ChoosingCancelled == phase = "Choosing" /\ NoNews /\ Decide({Close(<<>>, <<>>)})
ChoosingWentBack == phase = "Choosing" /\ NoNews /\ Decide({Close(<<>>, <<>>)})
ChoosingTimePassed == phase = "Choosing" /\ NoNews /\ Decide({Close(<<>>, <<>>)})

----------------------------------------------------------------------------
(* Paying. *)

ByCard == stage \in {"AWAITING_CARD", "AUTHORISING", "CANCELLING"}
Way == IF ByCard THEN "CARD" ELSE "WALLET"
Paying(stages) == phase = "Paying" /\ stage \in stages
Resolved(word) == Fact("PaymentResolved", Now(<<>>).line, word, Way)

Unpaid(word, acts) ==
    {Stop(IF stage = "AWAITING_CARD" THEN <<>> ELSE <<Resolved(word)>>,
          IF ByCard THEN Append(acts, ReaderDoes("Disable")) ELSE acts)}

NotKnown ==
    {Stop(Case(<<Resolved("UNKNOWN")>>, "UnknownPaymentIsACase", "PAYMENT_NOT_KNOWN"), <<>>)}

ByReader(stages, words) == Paying(stages) /\ ReaderHeard(words)
ByFleet(stages, states) == Paying(stages) /\ wallet \in states /\ NoNews
WalletStages == {"ORDERING", "AWAITING_SCAN", "CHARGING", "CLOSING"}

PayingCardPresent ==
    /\ ByReader({"AWAITING_CARD"}, {"SessionBegan"})
    /\ Decide({Out(<<Fact("PaymentRequested", Now(<<>>).line, "", "CARD")>>,
                   <<ReaderDoes("RequestVend")>>, "Paying", "AUTHORISING", FALSE)})

PayingCodeReady ==
    /\ ByFleet({"ORDERING"}, {"WAITING"})
    /\ Decide({Out(<<>>, <<>>, "Paying", "AWAITING_SCAN", FALSE)})

PaidStates == IF Kept("PaidBeforeTurning") THEN {"PAID"} ELSE {"PAID", "WAITING"}

PayingApproved ==
    /\ \/ ByReader({"AUTHORISING", "CANCELLING"}, {"VendApproved"})
       \/ ByFleet(WalletStages, PaidStates)
    /\ LET facts == <<Resolved("APPROVED")>>
       IN IF stage \notin {"CANCELLING", "CLOSING"} THEN Decide(Dispense(facts, <<>>))
          ELSE IF Kept("ApprovedTooLateGoesBack") THEN Decide(GiveBack(facts, <<>>, FALSE))
          ELSE Decide({Close(facts, KeepMoney)})

PayingApprovedNothing ==
    /\ ByReader({"AUTHORISING", "CANCELLING"}, {"VendApprovedNothing"})
    /\ Decide(Unpaid("DECLINED", <<ReaderDoes("FailVend")>>))

PayingDeclined ==
    /\ \/ ByReader({"AUTHORISING"}, {"VendDenied", "SessionEnded"})
       \/ ByFleet(WalletStages \ {"CLOSING"}, {"REFUSED"})
    /\ Decide(Unpaid("DECLINED", <<>>))

(* While ordering the fleet may fail after the wallet has heard of the order. *)
PayingUnavailable ==
    /\ \/ ByReader({"AWAITING_CARD"}, {"ReaderLost"})
       \/ ByFleet(WalletStages \ {"CLOSING"}, {"CLOSED"})
       \/ ByFleet({"ORDERING"}, {"none", "WAITING", "PAID"})
    /\ Decide(Unpaid("ABANDONED", <<>>))

PayingGivenUp ==
    /\ \/ ByReader({"CANCELLING"}, {"VendDenied", "SessionEnded"})
       \/ ByFleet({"CLOSING"}, {"CLOSED", "REFUSED"})
    /\ Decide(Unpaid("ABANDONED", <<>>))

PayingNotKnown == ByReader({"AUTHORISING", "CANCELLING"}, {"ReaderLost"}) /\ Decide(NotKnown)

GiveUp ==
    CASE stage = "AWAITING_CARD" -> Unpaid("ABANDONED", <<>>)
      [] stage = "AUTHORISING" ->
            {Out(<<>>, <<ReaderDoes("Disable")>>, "Paying", "CANCELLING", FALSE)}
      [] stage \in WalletStages \ {"CLOSING"} ->
            {Out(<<>>, <<<<"AskFleet", "CloseWallet">>>>, "Paying", "CLOSING", FALSE)}

PayingCancelled == Paying(Stages \ {"CANCELLING", "CLOSING"}) /\ NoNews /\ Decide(GiveUp)

PayingTimePassed ==
    /\ Paying(Stages) /\ NoNews
    /\ Decide(CASE stage = "CANCELLING" -> NotKnown
                [] stage = "CLOSING" -> Unpaid("ABANDONED", <<>>)
                [] OTHER -> GiveUp)

----------------------------------------------------------------------------
(* Goods, and money on its way back. *)

Verdict(word) == <<Fact("DispenseResolved", Now(<<>>).line, word, "")>>

DispensingDelivered ==
    /\ phase = "Dispensing" /\ BoardHeard({"seen"})
    /\ Decide(NextLine(Verdict("DELIVERED"), KeepMoney))

NotSeen == IF Kept("SensorMustBeGood") THEN {"not-seen"} ELSE {"not-seen", "not-seen-doubtful"}

DispensingNotDelivered ==
    /\ phase = "Dispensing" /\ BoardHeard(NotSeen)
    /\ Decide(GiveBack(Verdict("NOT_DELIVERED"), <<>>, TRUE))

Unproven == Case(Verdict("UNPROVEN"), "UnprovenTurnIsACase", "UNPROVEN_DELIVERY")
AfterUnproven ==
    IF Kept("UnprovenTurnIsACase") THEN NextLine(Unproven, KeepMoney)
    ELSE {Close(Unproven, KeepMoney)}

DispensingUnproven ==
    /\ phase = "Dispensing" /\ BoardHeard({"not-seen-doubtful", "unknown"} \ NotSeen)
    /\ Decide(AfterUnproven)

DispensingTimePassed ==
    phase = "Dispensing" /\ evidence = "" /\ NoNews /\ Decide(AfterUnproven)

RefundResolved(word) == <<Fact("RefundResolved", Now(<<>>).line, word, "CARD")>>
NotProven(word, acts) ==
    {Stop(Case(RefundResolved(word), "UnprovenRefundIsACase", "REFUND_NOT_PROVEN"), acts)}

ReturningRefunded ==
    /\ phase = "Returning" /\ ReaderHeard({"REFUNDED"})
    /\ Decide(IF goesOn THEN NextLine(RefundResolved("RETURNED"), <<>>)
              ELSE {Stop(RefundResolved("RETURNED"), <<>>)})

ReturningLost == phase = "Returning" /\ ReaderHeard({"LOST"}) /\ Decide(NotProven("LOST", <<>>))

ReturningUnknown ==
    /\ phase = "Returning" /\ ReaderHeard({"UNKNOWN", "ReaderLost"})
    /\ Decide(NotProven("UNKNOWN", <<>>))

ReturningTimePassed == phase = "Returning" /\ NoNews /\ Decide(NotProven("UNKNOWN", <<>>))

EndedFinished ==
    phase = "Ended" /\ NoNews /\ Decide({Out(<<>>, <<>>, "Browsing", "", FALSE)})

----------------------------------------------------------------------------
(* After a start, by how far the line of an open sale had come. *)

Starts(progress) == phase = "Off" /\ NoNews /\ SaleOf(journal).open
                    /\ SaleOf(journal).progress = progress

ToReader(outcomes) ==
    {[o EXCEPT !.acts = Append(@, ReaderDoes("Start")), !.phase = "Browsing"] : o \in outcomes}

Settle == {Out(<<>>, <<ReaderDoes("FailVend")>>, "Recovering", "", FALSE)}

StartWithoutSale ==
    /\ phase = "Off" /\ NoNews /\ ~SaleOf(journal).open
    /\ Decide(ToReader({Out(<<>>, <<>>, "Browsing", "", FALSE)}))

StartOpened == Starts("OPENED") /\ Decide(ToReader({Stop(<<>>, <<>>)}))

Abandoned(way) ==
    ToReader({Stop(<<Fact("PaymentResolved", Now(<<>>).line, "ABANDONED", way)>>, <<>>)})

StartPaymentRequested ==
    /\ Starts("PAYMENT_REQUESTED")
    /\ Decide(IF Now(<<>>).way = "CARD" THEN Settle ELSE Abandoned("WALLET"))

StartDispenseCommanded ==
    /\ Starts("DISPENSE_COMMANDED")
    /\ Decide(IF Kept("NeverTurnedAgain") THEN ToReader({Stop(Unproven, KeepMoney)})
              ELSE {Out(<<>>, <<<<"CommandDispenser", Now(<<>>).line>>>>, "Dispensing", "", FALSE)})

StartRefundRequested == Starts("REFUND_REQUESTED") /\ Decide(Settle)

RefundBegun == Now(<<>>).progress = "REFUND_REQUESTED"

NotSettled(word) ==
    ToReader(IF RefundBegun THEN NotProven(word, <<>>)
             ELSE {Stop(Case(<<Fact("PaymentResolved", Now(<<>>).line, "UNKNOWN", "CARD")>>,
                             "UnknownPaymentIsACase", "PAYMENT_NOT_KNOWN"), <<>>)})

RecoveringRefunded ==
    /\ phase = "Recovering" /\ ReaderHeard({"REFUNDED"})
    /\ Decide(IF RefundBegun THEN ToReader({Stop(RefundResolved("RETURNED"), <<>>)})
              ELSE Abandoned("CARD"))

RecoveringLost == phase = "Recovering" /\ ReaderHeard({"LOST"}) /\ Decide(NotSettled("LOST"))

RecoveringUnknown ==
    phase = "Recovering" /\ ReaderHeard({"UNKNOWN"}) /\ Decide(NotSettled("UNKNOWN"))

RecoveringTimePassed == phase = "Recovering" /\ NoNews /\ Decide(NotSettled("UNKNOWN"))
=============================================================================
