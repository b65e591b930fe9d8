package org.assistcounter.devices.qibixx;

/** Where our side of the dialogue with the box stands. */
enum QibixxPhase {
    /** Nothing has been asked since the line opened. */
    QUIET,
    /** Cashless master is being switched on; INIT is to come. */
    STARTING,
    /** Set up; takes no cards. */
    DISABLED,
    /** D,READER,1 is out; IDLE is to come. */
    ENABLING,
    /** Takes cards. */
    ENABLED,
    /** A card is there. */
    SESSION,
    /** D,REQ is out; a result is to come. */
    REQUESTED,
    /** The money is taken; the owner must confirm or fail. */
    APPROVED,
    /** D,END is out after goods; IDLE is to come. */
    CONFIRMING,
    /** D,END,-1 is out; IDLE is to come. */
    FAILING,
    /** D,REQ,-1 is out; a denial is to come, or an approval that crossed it. */
    CANCELLING,
    /** D,END is out without a vend; IDLE is to come. */
    COMPLETING,
    /** The box does not answer; it is started again now and then. */
    OFFLINE
}
