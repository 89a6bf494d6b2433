package dev.cattlegrid.ledger.words;

import java.util.Optional;

/// What a word or phrase can be.
///
/// @param roles as bits
/// @param act what it does, where it is an act
record Lexeme(long roles, Optional<Act> act, Optional<Thing.Sort> sort) {
    static final Lexeme UNKNOWN = new Lexeme(0, Optional.empty(), Optional.empty());

    boolean is(Role role) {
        return (roles & role.bit()) != 0;
    }

    Lexeme with(Lexeme other) {
        return new Lexeme(roles | other.roles, act.or(other::act), sort.or(other::sort));
    }
}
