package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.world.World;
import java.util.List;
import java.util.Optional;

/// A world of which nothing is known but where home is.
final class BareWorld implements World {
    @Override
    public boolean assumes() {
        return true;
    }

    @Override
    public String home() {
        return "/home/dev";
    }

    @Override
    public Optional<String> homeOf(String user) {
        return Optional.empty();
    }

    @Override
    public int uid() {
        return 1000;
    }

    @Override
    public List<String> workspaces() {
        return List.of("/home/dev/project");
    }

    @Override
    public List<String> scratch() {
        return List.of("/tmp");
    }

    @Override
    public Variable variable(String name) {
        return new Variable.Unknown();
    }

    @Override
    public PathFacts look(String path, Use use) {
        return PathFacts.UNKNOWN;
    }

    @Override
    public Listing expand(String pattern) {
        return new Listing.Some();
    }

    @Override
    public Content content(String path) {
        return new Content.Unread("nothing is known");
    }

    @Override
    public Optional<Repository> repository(String directory) {
        return Optional.empty();
    }
}
