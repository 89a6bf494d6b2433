package dev.cattlegrid.shell;

import java.util.List;
import java.util.Optional;

/// One command of a pipeline.
public sealed interface Command {
    Span span();

    /// Assignments, words and redirections, in any order; the first word, once expanded, names what runs.
    ///
    /// @param words arguments, the program's name first; an assignment-like word after the name is a plain word,
    ///     except for declaration builtins (`declare`, `export`, `local`, `readonly`, `typeset`), where an array value
    ///     makes it a [Word] with one [Part.ArrayValue]
    record Simple(
            List<Assignment> assignments, List<Word> words, List<Redirect> redirects, Span span)
            implements Command {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirects = List.copyOf(redirects);
        }
    }

    /// A compound command and the redirections that hold for all of it.
    record Compound(Body body, List<Redirect> redirects, Span span) implements Command {
        public Compound {
            redirects = List.copyOf(redirects);
        }
    }

    /// `name() body` or `function name body`.
    ///
    /// @param keyword whether `function` stands before it
    record Function(String name, boolean keyword, Compound body, Span span) implements Command {}

    /// `coproc [NAME] command`.
    record Coproc(Optional<String> name, Command command, Span span) implements Command {}

    /// The inside of a compound command.
    sealed interface Body {
        /// `{ list; }`
        record Group(Script list) implements Body {}

        /// `( list )`
        record Subshell(Script list) implements Body {}

        /// `if`, then each `elif`, then `else`.
        record If(List<Branch> branches, Optional<Script> otherwise) implements Body {
            public If {
                branches = List.copyOf(branches);
            }

            public record Branch(Script condition, Script then) {}
        }

        /// `for name [in words]; do list; done`, and `select` in the same form.
        ///
        /// @param words empty optional: no `in`, the positional parameters are meant
        record For(String name, Optional<List<Word>> words, Script list, boolean select)
                implements Body {
            public For {
                words = words.map(List::copyOf);
            }
        }

        /// `for ((first; while; step)); do list; done`
        record ForArithmetic(Word first, Word condition, Word step, Script list) implements Body {}

        /// `while` or `until`.
        record While(Script condition, Script list, boolean until) implements Body {}

        /// `case word in pattern) list;; esac`
        record Case(Word subject, List<Arm> arms) implements Body {
            public Case {
                arms = List.copyOf(arms);
            }

            public record Arm(List<Word> patterns, Script list, End end) {
                public Arm {
                    patterns = List.copyOf(patterns);
                }
            }

            /// `;;` leaves, `;&` falls into the next arm, `;;&` goes on testing.
            public enum End {
                LEAVE,
                FALL,
                TEST
            }
        }

        /// `[[ expression ]]`
        record Conditional(Test test) implements Body {}

        /// `(( expression ))`; the expression is kept as a word, whose parts say what it expands.
        record Arithmetic(Word expression) implements Body {}
    }

    /// The expression of `[[ ]]`.
    sealed interface Test {
        /// A word alone: true when it is not empty.
        record Lone(Word word) implements Test {}

        /// `-f word` and its like.
        record Unary(String operator, Word word) implements Test {}

        /// `left == right` and its like; the right side of `==`, `=`, `!=` is a pattern, of `=~` a regular expression.
        record Binary(String operator, Word left, Word right) implements Test {}

        record Not(Test test) implements Test {}

        record And(Test left, Test right) implements Test {}

        record Or(Test left, Test right) implements Test {}

        /// Parentheses.
        record Nested(Test test) implements Test {}
    }
}
