package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.PathFacts;
import java.util.List;
import java.util.Optional;

/// A world that stands before another: what it does not say itself, the other says.
public abstract class Overlay implements World {
    /// The world behind.
    protected final World before;

    protected Overlay(World before) {
        this.before = before;
    }

    @Override
    public boolean assumes() {
        return before.assumes();
    }

    @Override
    public boolean isExhausted() {
        return before.isExhausted();
    }

    @Override
    public String home() {
        return before.home();
    }

    @Override
    public Optional<String> homeOf(String user) {
        return before.homeOf(user);
    }

    @Override
    public int uid() {
        return before.uid();
    }

    @Override
    public List<String> workspaces() {
        return before.workspaces();
    }

    @Override
    public List<String> scratch() {
        return before.scratch();
    }

    @Override
    public List<String> gate() {
        return before.gate();
    }

    @Override
    public boolean isGateProcess(String target, boolean whole) {
        return before.isGateProcess(target, whole);
    }

    @Override
    public Optional<String> projectOf(String path) {
        return before.projectOf(path);
    }

    @Override
    public Variable variable(String name) {
        return before.variable(name);
    }

    @Override
    public PathFacts look(String path, Use use) {
        return before.look(path, use);
    }

    @Override
    public Listing expand(String pattern) {
        return before.expand(pattern);
    }

    @Override
    public Content content(String path) {
        return before.content(path);
    }

    @Override
    public Optional<Wrote> wrote(String path) {
        return before.wrote(path);
    }

    @Override
    public List<String> fetchedInto(String directory) {
        return before.fetchedInto(directory);
    }

    @Override
    public boolean isWrittenInto(String directory) {
        return before.isWrittenInto(directory);
    }

    @Override
    public List<String> writtenInto(String directory) {
        return before.writtenInto(directory);
    }

    @Override
    public Optional<Repository> repository(String directory) {
        return before.repository(directory);
    }
}
