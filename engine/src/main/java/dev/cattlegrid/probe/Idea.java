package dev.cattlegrid.probe;

/// What a word can stand for in a sentence that gives orders. The words themselves stand in `words.txt`.
enum Idea {
    OVERRIDE,
    REVEAL,
    SHOW,
    SEND,
    STEAL,
    RUN,
    DESTROY,
    WEAKEN,
    ALLOW,
    CHANGE,
    REMEMBER,
    ADOPT,
    TELL,
    FETCH,
    READ,
    SAY,
    ADD,
    INSTRUCTION,
    RULE,
    PRIOR,
    ALL,
    YOUR,
    SYSTEM_PROMPT,
    INNER,
    SECRET,
    TOKEN,
    PERSONAL,
    DATA,
    AGENT,
    MAYBE_AGENT,
    USER,
    GATE,
    TOOL_CALL,
    ADMIN,
    FREE,
    ATTACKER,
    OUTSIDE,
    CONTENT,
    SNIPPET,
    FOLLOWING,
    ANSWER,
    TENANT,
    PENDING,
    COMMAND_WORD,
    NOT,
    WITHOUT,
    MUST,
    VERB_LAST,
    YOU,
    ARE,
    LINK,
    SOFTLY,
    SECRETLY,
    TO,
    WHEN,
    INSIDE,
    PRESSURE,
    READING,
    NOTE,
    MENTION,
    ABOUT,
    SUBJECT,
    FILLER,
    /// An address on the network or of a mailbox; not a word of the table.
    ADDRESS;

    private static final long VERBS =
            of(
                    OVERRIDE, REVEAL, SHOW, SEND, STEAL, RUN, DESTROY, WEAKEN, ALLOW, CHANGE,
                    REMEMBER, ADOPT, TELL, FETCH, READ, SAY, ADD);

    private static final long SAYING = VERBS | of(AGENT, MAYBE_AGENT, YOU, WITHOUT, PRESSURE);

    long bit() {
        return 1L << ordinal();
    }

    boolean in(long ideas) {
        return (ideas & bit()) != 0;
    }

    static long of(Idea... ideas) {
        long all = 0;
        for (Idea idea : ideas) {
            all |= idea.bit();
        }
        return all;
    }

    /// Without one of these nothing is ordered, and nobody is spoken to.
    static long saying() {
        return SAYING;
    }

    /// Those of them that can be ordered.
    static long verbs(long ideas) {
        return ideas & VERBS;
    }
}
