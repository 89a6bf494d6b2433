package dev.cattlegrid.agent.screen;

import java.util.List;
import java.util.Optional;

/// What a person can tell the screen besides what is for the model.
enum Command {
    PERMISSIONS("/permissions", "what was refused lately: retry it, let it pass, see why"),
    WHY("/why", "the last refusal in full; /why N for another"),
    AUTO_MODE("/auto-mode", "go on by itself, and what the gate then decides alone"),
    BOUNDARIES("/boundaries", "what you forbade in your own words, and what you allowed"),
    GRANTS("/grants", "what you let pass for good"),
    DOCTOR("/doctor", "whether the gate is on the road"),
    MODE("/mode", "default, acceptEdits, plan or auto; Shift+Tab goes through them"),
    MODEL("/model", "another model from the next answer on"),
    COMPACT("/compact", "sum up what was said, so that there is room again"),
    CLEAR("/clear", "forget what was said; what you forbade and allowed stays"),
    HELP("/help", "the keys and these commands"),
    QUIT("/quit", "end the session; `cattlegrid --continue` goes on with it");

    private final String word;
    private final String about;

    Command(String word, String about) {
        this.word = word;
        this.about = about;
    }

    String word() {
        return word;
    }

    String about() {
        return about;
    }

    static List<Command> all() {
        return List.of(values());
    }

    static Optional<Command> named(String word) {
        return all().stream().filter(one -> one.word.equals(word)).findFirst();
    }
}
