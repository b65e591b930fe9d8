------------------------------- MODULE Words -------------------------------
(* The words of the code that the models speak. A test reads them from here
   and from the shipped classes: what is renamed, added or dropped there has
   to be understood here first. *)

SaleFacts == {"SaleOpened", "PaymentRequested", "PaymentResolved", "DispenseCommanded",
              "DispenseResolved", "RefundRequested", "RefundResolved", "CaseOpened", "SaleClosed"}

Phases == {"Looking", "Reviewing", "Choosing", "Paying", "Dispensing", "Returning", "Recovering",
           "Ended", "Browsing"}
PhasesLeftOut == {"Servicing"}

Stages == {"AWAITING_CARD", "AUTHORISING", "CANCELLING", "ORDERING", "AWAITING_SCAN", "CHARGING",
           "CLOSING"}

Inputs == {"Bought", "CheckedOut", "ChoseWay", "ScannedCode", "Cancelled", "WentBack", "Finished",
           "ReaderSaid", "DispenserSaid", "FleetAnswered", "TimePassed"}
InputsLeftOut == {"Looked", "Added", "Removed", "Reviewed", "ServiceWanted", "CodeEntered",
                  "SlotMended", "ColdGoodsChecked", "ServiceEnded", "CodeCompared", "CabinetSaid",
                  "ClimateSaid", "CabinetWired", "ItemsAtOnce", "ScannerReady", "FleetReachable",
                  "JournalBelieved", "DesiredCame", "Refused", "BeatDue"}

Effects == {"CommandReader", "CommandDispenser", "AskFleet"}
EffectsLeftOut == {"CommandClimate", "CompareCode"}
ReaderCommands == {"Start", "Enable", "Disable", "RequestVend", "ConfirmVend", "FailVend"}
Questions == {"OrderWallet", "ChargeCode", "CloseWallet"}
QuestionsLeftOut == {"QueryWallet"}
AnswerStates == {"WAITING", "PAID", "CLOSED", "REFUSED", "UNAVAILABLE"}

Progresses == {"OPENED", "PAYMENT_REQUESTED", "DISPENSE_COMMANDED", "REFUND_REQUESTED"}
PaymentWays == {"CARD", "WALLET"}
PaymentOutcomes == {"APPROVED", "DECLINED", "ABANDONED", "UNKNOWN"}
DispenseVerdicts == {"DELIVERED", "NOT_DELIVERED", "UNPROVEN"}
RefundOutcomes == {"RETURNED", "HANDED_OVER", "LOST", "UNKNOWN"}
CaseReasons == {"UNPROVEN_DELIVERY", "REFUND_NOT_PROVEN", "PAYMENT_NOT_KNOWN"}
SaleOutcomes == {"DELIVERED", "REFUNDED", "CASE", "UNPAID"}

Verdicts == {"Append", "Duplicate", "Gap", "Fork"}
VerdictsLeftOut == {"Damaged", "WrongTotals"}
SyncAnswers == {"Resume", "Wait"}
Sendings == {"Greeting", "Batch"}
=============================================================================
