package dev.cattlegrid.probe;

/// What else a word can be beside an idea, for those who look for a turn of speech. The words stand in `words.txt` too.
enum Cue {
    TELLING,
    HIDING,
    MUTE,
    NOTICING,
    AGREEING,
    HAS,
    ASKING,
    TOLD;

    int bit() {
        return 1 << ordinal();
    }

    boolean in(int cues) {
        return (cues & bit()) != 0;
    }
}
