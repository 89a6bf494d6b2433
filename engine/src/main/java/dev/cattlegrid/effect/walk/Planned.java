package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.world.World;
import java.util.List;
import java.util.Optional;

/// The world as it will be when a call has written a file.
record Planned(World before, String file, String text) implements World {
    @Override
    public Content content(String path) {
        return path.equals(file) ? Content.Text.of(text) : before.content(path);
    }

    @Override
    public Optional<Wrote> wrote(String path) {
        return path.equals(file)
                ? Optional.of(new Wrote(Data.spelled(text), true, true, true, false))
                : before.wrote(path);
    }

    @Override
    public boolean isWrittenInto(String directory) {
        return file.startsWith(directory + "/") || before.isWrittenInto(directory);
    }

    @Override
    public List<String> fetchedInto(String directory) {
        return before.fetchedInto(directory);
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
    public Optional<Repository> repository(String directory) {
        return before.repository(directory);
    }
}
