package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Map;

/// One start of a program, with everything that is known of it.
///
/// @param name the program's base name, as a card or reader is looked up by
/// @param args what follows the name
/// @param environment what assignments, `env` and `export` of this call set for it
/// @param stdin what arrives on standard input; [Data#NONE] where nothing was sent
/// @param piped whether standard input is a pipe, a here-document or a file of this call
/// @param directory the working directory
/// @param contained whether there is nothing to lose where it runs
/// @param raised whether `sudo` and its like may have given it other rights than the user's
/// @param span the command
public record Invocation(
        String name,
        List<Arg> args,
        Map<String, Arg> environment,
        Data stdin,
        boolean piped,
        Place directory,
        World world,
        boolean contained,
        boolean raised,
        Span span) {
    public Invocation {
        args = List.copyOf(args);
        environment = Map.copyOf(environment);
    }

    /// The same program start with other arguments.
    public Invocation fed(Data input) {
        return new Invocation(
                name, args, environment, input, true, directory, world, contained, raised, span);
    }

    public Invocation with(List<Arg> others) {
        return new Invocation(
                name, others, environment, stdin, piped, directory, world, contained, raised, span);
    }

    /// The same program start in another directory.
    public Invocation in(Place there) {
        return new Invocation(
                name, args, environment, stdin, piped, there, world, contained, raised, span);
    }

    /// The same program start under another environment.
    public Invocation under(Map<String, Arg> others) {
        return new Invocation(
                name, args, others, stdin, piped, directory, world, contained, raised, span);
    }

    /// The same program start where there is nothing to lose.
    public Invocation inContainer() {
        return new Invocation(
                name, args, environment, stdin, piped, directory, world, true, raised, span);
    }

    /// The same program start with the rights of another user.
    public Invocation withRights() {
        return new Invocation(
                name, args, environment, stdin, piped, directory, world, contained, true, span);
    }

    /// Whether it certainly has no rights over the machine: no root started it, and nothing raised it.
    public boolean isPowerless() {
        return !raised && !contained && world.uid() > 0;
    }
}
