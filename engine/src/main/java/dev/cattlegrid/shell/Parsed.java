package dev.cattlegrid.shell;

/// What reading a script gives: the whole tree, or the first problem and the tree read up to it.
public sealed interface Parsed {
    record Tree(Script script) implements Parsed {}

    record Broken(Problem problem, Script upToThere) implements Parsed {}
}
