package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.screen.Ink;
import java.util.List;
import java.util.Optional;

/// Something that stands in the prompt's place until a person has answered it or put it away.
sealed interface Panel permits Question, Wondering, RefusedList {
    Next after(Key key);

    /// @return rows narrower than the width, and where the cursor is among them
    Live live(Ink ink, int width, int height);

    /// What a key made of it.
    ///
    /// @param panel nothing where it is put away
    record Next(Optional<Panel> panel, List<Wish> wishes) {
        public Next {
            wishes = List.copyOf(wishes);
        }

        static Next stays(Panel panel) {
            return new Next(Optional.of(panel), List.of());
        }

        static Next gone(Wish... wishes) {
            return new Next(Optional.empty(), List.of(wishes));
        }
    }

    /// What a person wants of the screen.
    sealed interface Wish {
        record Perform(Act act) implements Wish {}

        record Explain(Happening.Refused refused) implements Wish {}
    }

    /// One of several rows, chosen by arrows or its number.
    static String option(Ink ink, boolean chosen, int number, String text, int width) {
        String row = "%s%d  %s".formatted(chosen ? "❯ " : "  ", number, text);
        String cut = Columns.cutPlain(row, width);
        return chosen ? ink.bold(cut) : cut;
    }
}
