package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Simple commands straight through their card or reader, without the shell: words with quotes, `$NAME` for a value
/// that is not known, and nothing else.
final class Tried {
    private static final Span SPAN = Span.NONE;

    private Tried() {}

    static List<String> lines(String command) {
        World world = new BareWorld();
        Place directory =
                Places.of(Value.exact("/home/dev/project"), root(world), World.Use.ENTER, world)
                        .getFirst();
        var call =
                new Invocation(
                        "", List.of(), Map.of(), Data.NONE, false, directory, world, false, false,
                        SPAN);
        return new Inner().command(words(command), call).steps().stream().map(Line::of).toList();
    }

    private static Place root(World world) {
        return new Place(
                "/",
                "/",
                new Place.Sure.Exact(),
                Zone.SYSTEM,
                Set.of(),
                world.look("/", World.Use.ENTER));
    }

    private static List<Arg> words(String command) {
        List<Arg> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean open = false;
        boolean glob = false;
        char quote = 0;
        for (char c : command.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (c == ' ') {
                if (open) {
                    words.add(word(word.toString(), glob));
                }
                word.setLength(0);
                open = false;
                glob = false;
            } else {
                word.append(c);
                open = true;
                glob = glob || c == '*';
            }
        }
        if (open) {
            words.add(word(word.toString(), glob));
        }
        return words;
    }

    private static Arg word(String text, boolean glob) {
        int dollar = text.indexOf('$');
        if (dollar >= 0) {
            String why = "`" + text.substring(dollar) + "` has no value here";
            return new Arg(
                    new Value.Partial(text.substring(0, dollar), "", why), Data.NONE, false, SPAN);
        }
        return glob
                ? new Arg(new Value.Glob(text), Data.spelled(text), false, SPAN)
                : Arg.exact(text, SPAN);
    }

    private static final class Inner implements Opener {
        @Override
        public Outcome command(List<Arg> words, Invocation from) {
            var notes = new Outcome.Notes();
            if (words.isEmpty()) {
                return notes.done();
            }
            String name = words.getFirst().text().orElse("");
            String base = name.substring(name.lastIndexOf('/') + 1);
            Optional<Reader> reader = Programs.of(base);
            if (reader.isEmpty()) {
                var gap = new Gap.UnknownProgram(name);
                return notes.must(new Effect.Unknown(gap, Bound.ANYTHING, SPAN)).done();
            }
            notes.must(new Effect.Run(new Code.Program(name, Arg.line(words)), SPAN));
            var call =
                    new Invocation(
                            base,
                            words.subList(1, words.size()),
                            from.environment(),
                            from.stdin(),
                            from.piped(),
                            from.directory(),
                            from.world(),
                            from.contained(),
                            from.raised(),
                            SPAN);
            return notes.include(reader.get().read(call, this)).done();
        }

        @Override
        public Outcome script(Arg text, List<Arg> positional, Invocation from) {
            Optional<String> known = text.text();
            return known.isPresent() ? command(words(known.get()), from) : inline("sh", text);
        }

        @Override
        public Outcome code(String language, Arg text, List<Arg> arguments, Invocation from) {
            return inline(language, text);
        }

        private static Outcome inline(String language, Arg text) {
            var code = new Code.Inline(language, text.data());
            return new Outcome.Notes().must(new Effect.Run(code, SPAN)).done();
        }

        @Override
        public Outcome file(Arg path, List<Arg> arguments, Invocation from) {
            Place place =
                    Places.of(path.value(), from.directory(), World.Use.RUN, from.world())
                            .getFirst();
            var code = new Code.Script(place, "", Optional.empty());
            return new Outcome.Notes().must(new Effect.Run(code, SPAN)).done();
        }
    }
}
