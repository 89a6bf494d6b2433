package dev.cattlegrid.model;

/// The key of a provider: a value that shows itself to nobody but the request that needs it.
public final class Key {
    static final Key NONE = new Key("");

    private final String text;

    Key(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return "[a key]";
    }
}
