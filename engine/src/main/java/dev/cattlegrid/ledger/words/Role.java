package dev.cattlegrid.ledger.words;

/// What a word can do in a sentence.
enum Role {
    /// A verb as it orders: "push", "pushen", "pousse".
    ACT,
    /// The act as a thing or a course: "pushing", "no pushes".
    ING,
    /// The act as it is done to something: "must not be pushed".
    PART,
    /// A verb that says nothing by itself: "do a release".
    DO,
    NOT,
    /// Forbids the noun behind it: "avoid pushing", "without touching".
    NOTGERUND,
    /// Denies a fact and forbids nothing: "it didn't push", "don't forget to".
    FACTNOT,
    NOTHING,
    /// "leave … alone".
    LEAVE,
    ALONE,
    HANDSOFF,
    OFFLIMITS,
    ONLY,
    ONLYIN,
    EXCEPT,
    QUESTION,
    IF,
    MAY,
    MUST,
    YOU,
    WANTYOU,
    /// Somebody else than who is spoken to.
    I,
    PLEASE,
    /// May stand before an order and changes nothing.
    OPENER,
    LETS,
    PERMIT,
    /// "… is fine".
    OKAY,
    REPORT,
    STANDING,
    HEDGE,
    LIFTWORD,
    RETRACT,
    /// Takes back, where it stands alone.
    RETRACTBARE,
    CONTINUE,
    STOPALL,
    READONLY,
    OFFLINE,
    AND,
    OR,
    BUT,
    FUNC,
    DET,
    REL,
    TO,
    IN,
    END,
    /// Says of what kind a named thing is, and names nothing.
    GENERIC,
    /// Something of a thing that is named before it: "the backup". Who names it does not name the thing.
    ASPECT,
    EVERYTHING,
    SORT,
    TOOL;

    long bit() {
        return 1L << ordinal();
    }
}
