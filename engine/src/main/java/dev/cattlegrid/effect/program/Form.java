package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a program, or one of its subcommands, is written and what it does then.
///
/// @param name the program, or the subcommand's words
/// @param options by each spelling, dashes included
/// @param shapes the ways in which operands can stand; the first whose guards hold counts
/// @param commands subcommands by name; `*` takes any other word
/// @param does what every start does, guards apart
/// @param strangeOptions what an option without a row does
/// @param strangeCommands the same for a subcommand without a row
record Form(
        String name,
        Style style,
        Map<String, Opt> options,
        List<Shape> shapes,
        Map<String, Form> commands,
        List<Phrase> does,
        Rest strangeOptions,
        Optional<Bound> strangeCommands) {
    Form {
        options = Map.copyOf(options);
        shapes = List.copyOf(shapes);
        commands = Map.copyOf(commands);
        does = List.copyOf(does);
    }

    /// What options without a row do.
    ///
    /// @param atMost what they could do; empty: nothing that matters
    /// @param byName whether their names say what happens to their values, as in generated clients
    record Rest(Optional<Bound> atMost, boolean byName) {
        static final Rest ANYTHING = new Rest(Optional.of(Bound.ANYTHING), false);
        static final Rest BY_NAME = new Rest(Optional.of(Bound.READS), true);
    }

    /// How words are told from options.
    enum Style {
        /// Options anywhere, letters in clusters, long names with two dashes that may be cut short.
        GNU,
        /// The same, up to the first operand.
        POSIX,
        /// Names with one dash (`-name value`, `-name=value`), anywhere.
        WORDS,
        /// Names with one dash, up to the first operand.
        WORDS_FIRST,
        /// As GNU, and the first word may be a cluster without a dash.
        DASHLESS,
        /// No options at all.
        NONE;

        boolean stops() {
            return this == POSIX || this == WORDS_FIRST;
        }

        boolean clusters() {
            return this == GNU || this == POSIX || this == DASHLESS;
        }
    }

    /// An option.
    ///
    /// @param name its first spelling
    /// @param value what its value is called; empty when it takes none
    /// @param optional whether the value may be missing, and stands attached if it is there
    /// @param last whether all words behind it are operands: `python -m pip install -r x`
    record Opt(String name, String value, boolean optional, boolean last, List<Phrase> does) {
        Opt {
            does = List.copyOf(does);
        }

        boolean takesValue() {
            return !value.isEmpty();
        }
    }

    /// A line of operands, as in a manual's synopsis: `PATTERN FILE...`.
    ///
    record Shape(List<Slot> slots, List<Phrase.Guard> guards) {
        Shape {
            slots = List.copyOf(slots);
            guards = List.copyOf(guards);
        }
    }

    /// @param many `NAME...`
    /// @param optional `[NAME]`
    record Slot(String name, boolean many, boolean optional) {}
}
