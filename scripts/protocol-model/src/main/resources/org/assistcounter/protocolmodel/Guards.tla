------------------------------- MODULE Guards ------------------------------
(* A guard is a rule of the code that a check can leave out. What then goes
   wrong shows what the rule is for, and that the model would notice. *)

CONSTANT Without

Kept(guard) == Without # guard
=============================================================================
