------------------------------ MODULE SaleCheck ----------------------------
(* What must hold of a sale, whatever fails and whenever the power goes. *)
EXTENDS Sale

(* A word of the reader that the phase has no use for: PaymentNews.Nothing. *)
Listens ==
    CASE phase = "Paying" /\ stage = "AWAITING_CARD" -> said \in {"SessionBegan", "ReaderLost"}
      [] phase = "Paying" /\ ByCard ->
            said \in {"VendApproved", "VendApprovedNothing", "VendDenied", "SessionEnded",
                      "ReaderLost"}
      [] phase = "Returning" -> said \in {"REFUNDED", "LOST", "UNKNOWN", "ReaderLost"}
      [] phase = "Recovering" -> said \in {"REFUNDED", "LOST", "UNKNOWN"}
      [] OTHER -> FALSE

HeardNothing ==
    /\ said # "" /\ effects = <<>> /\ ~Listens /\ said' = ""
    /\ NoFault
    /\ UNCHANGED <<counterVars, reader, readerLine, boardVars, moneyVars, walletVars, fleetVars>>

Init ==
    /\ journal = <<>> /\ durable = 0 /\ booked = 0
    /\ phase \in {"Looking", "Reviewing"} /\ stage = "" /\ goesOn = FALSE /\ effects = <<>>
    /\ reader = "off" /\ readerLine = 1 /\ said = ""
    /\ evidence = "" /\ turns = [l \in Lines |-> 0] /\ out = {}
    /\ charged = [l \in Lines |-> 0] /\ returned = [l \in Lines |-> 0]
    /\ asks = {} /\ wallet = "none" /\ ended = "" /\ silent = FALSE
    /\ wanted = {} /\ done = {} /\ faults = 0

Next ==
    \/ LookingBought
    \/ ReviewingCheckedOut
    \/ ChoosingChoseWay
    \/ ChoosingScannedCode
    \/ ChoosingCancelled
    \/ ChoosingWentBack
    \/ ChoosingTimePassed
    \/ PayingCardPresent
    \/ PayingCodeReady
    \/ PayingApproved
    \/ PayingApprovedNothing
    \/ PayingDeclined
    \/ PayingUnavailable
    \/ PayingGivenUp
    \/ PayingNotKnown
    \/ PayingCancelled
    \/ PayingTimePassed
    \/ DispensingDelivered
    \/ DispensingNotDelivered
    \/ DispensingUnproven
    \/ DispensingTimePassed
    \/ ReturningRefunded
    \/ ReturningLost
    \/ ReturningUnknown
    \/ ReturningTimePassed
    \/ EndedFinished
    \/ StartWithoutSale
    \/ StartOpened
    \/ StartPaymentRequested
    \/ StartDispenseCommanded
    \/ StartRefundRequested
    \/ RecoveringRefunded
    \/ RecoveringLost
    \/ RecoveringUnknown
    \/ RecoveringTimePassed
    \/ HeardNothing
    \/ CommandReader
    \/ CommandDispenser
    \/ AskFleet
    \/ CardIsHeld
    \/ ReaderApproves
    \/ ReaderApprovesNothing
    \/ ReaderDenies
    \/ CardIsTakenAway
    \/ ReaderIsLost
    \/ FleetHears
    \/ QuestionIsLost
    \/ ShopperPaysWallet
    \/ FleetBooks
    \/ SettlementGivesUp
    \/ SettlementRefunds
    \/ GrantIsUnheard
    \/ PowerCut

(* Something always goes on, as long as it can; there are MaxFaults faults and no more. *)
Spec == Init /\ [][Next]_vars /\ WF_vars(Next)

(* The same without fairness, for what needs none. *)
Steps == Init /\ [][Next]_vars

----------------------------------------------------------------------------
GoodsArePaid == \A line \in out : charged[line] > 0

OneTurnPerCommand == \A line \in Lines : turns[line] <= 1

NoGoodsAndMoney == \A line \in out : returned[line] = 0

PaidOnce == \A line \in Lines : charged[line] <= 1

RefundedOnce == \A line \in Lines : returned[line] <= charged[line]

Ends(line) ==
    Cardinality({i \in 1..Len(journal) :
        /\ journal[i].line = line
        /\ \/ journal[i].kind = "DispenseResolved" /\ journal[i].word = "DELIVERED"
           \/ journal[i].kind = "RefundResolved" /\ journal[i].word \in {"RETURNED", "HANDED_OVER"}
           \/ journal[i].kind = "CaseOpened"})

OneEndPerLine == \A line \in Lines : Ends(line) <= 1

WordsAreKnown ==
    /\ phase \in Phases \union {"Off"} /\ stage \in Stages \union {""}
    /\ wallet \in (AnswerStates \ {"UNAVAILABLE"}) \union {"none"}
    /\ \A i \in 1..Len(effects) :
          CASE effects[i][1] = "CommandReader" -> effects[i][2] \in ReaderCommands
            [] effects[i][1] = "CommandDispenser" -> effects[i][2] \in Lines
            [] effects[i][1] = "AskFleet" -> effects[i][2] \in Questions
    /\ \A i \in 1..Len(journal) :
          LET fact == journal[i]
          IN /\ fact.kind \in SaleFacts
             /\ fact.way \in PaymentWays \union {""}
             /\ fact.word \in
                    CASE fact.kind = "PaymentResolved" -> PaymentOutcomes
                      [] fact.kind = "DispenseResolved" -> DispenseVerdicts
                      [] fact.kind = "RefundResolved" -> RefundOutcomes
                      [] fact.kind = "CaseOpened" -> CaseReasons
                      [] fact.kind = "SaleClosed" -> SaleOutcomes
                      [] OTHER -> {""}

(* The sale is over, the fleet has heard all of it and has nothing left to do. *)
IsSettled ==
    /\ IsClosed /\ phase \in {"Ended", "Browsing"} /\ effects = <<>> /\ said = "" /\ asks = {}
    /\ booked = Len(journal) /\ wanted = done /\ wallet # "WAITING"
    /\ (ended = "abandoned" /\ wallet = "PAID") =>
           wanted # {} \/ ~Kept("LatePaymentGoesBack")
    /\ (ended = "" /\ wallet = "PAID") => silent \/ ~Kept("SilentPaymentIsACase")

GoodsOrMoneyOrCase ==
    IsSettled => \A line \in Lines :
        charged[line] > 0 => line \in out \/ returned[line] > 0 \/ HasCase(line) \/ silent

SaleEnds == IsOpened ~> IsClosed
MoneySettles == IsOpened ~> IsSettled
=============================================================================
