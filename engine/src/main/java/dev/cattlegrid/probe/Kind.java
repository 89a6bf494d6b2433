package dev.cattlegrid.probe;

/// What a piece of text does that a result of a tool has no reason to do.
public enum Kind {
    OVERRIDES("overrides", "it tells the reader to drop the instructions it has"),
    SECRETS("secrets", "it asks for secrets or for what the agent was told"),
    ORDERS("orders", "it tells the reader what to do"),
    PERMISSIONS("permissions", "it asks to change what the agent may do"),
    PERSONA("persona", "it tells the agent that it, or somebody, is another than is known"),
    CONCEALS("conceals", "it asks to keep something from the person"),
    ADDRESSES("addresses", "it speaks to an agent and not to a person"),
    FAKE_TURN("fake-turn", "it pretends to be a message of the system, the person or a tool"),
    HIDDEN("hidden", "it is hidden from who looks at the text"),
    ENCODED("encoded", "it is written so that only a program reads it"),
    ANSWERS("answers", "it dictates what the agent answers"),
    PRESSURE("pressure", "it presses the reader to obey");

    private final String label;
    private final String sentence;

    Kind(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /// As programs name it: `fake-turn`.
    public String label() {
        return label;
    }

    /// What it does, one clause without a full stop.
    public String sentence() {
        return sentence;
    }
}
