package dev.cattlegrid.typed;

import java.util.List;

/// A condition, as it is worked out: what is left of an expression once it has been read and its types checked.
sealed interface Term {
    /// @param value a String, a Long or a Boolean
    record Constant(Object value) implements Term {}

    record Listing(List<Term> elements) implements Term {
        public Listing {
            elements = List.copyOf(elements);
        }
    }

    record Name(String name) implements Term {}

    record Select(Term of, String field) implements Term {}

    /// @param arguments as many as the operation takes
    record Applied(Operation operation, List<Term> arguments) implements Term {
        public Applied {
            arguments = List.copyOf(arguments);
        }
    }

    /// A walk over a list: `all`, `exists`, `exists_one`, `filter`, `map`.
    ///
    /// @param element the name of the element at hand
    /// @param sum the name of what has come together so far
    /// @param initial what it begins with
    /// @param goes whether the walk goes on
    /// @param step what an element makes of it
    /// @param result what comes out in the end
    record Fold(
            String element, Term range, String sum, Term initial, Term goes, Term step, Term result)
            implements Term {}
}
