package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;

/// Texts that a shell reads: scripts, words of `eval`, files that are sourced.
final class ShellTexts {
    private final Walk walk;
    private final ScriptFiles files;

    ShellTexts(Walk walk, ScriptFiles files) {
        this.walk = walk;
        this.files = files;
    }

    /// Reads a text as the shell would; one that is not known could do anything.
    void text(Arg text, String language, State s) {
        Optional<String> known = text.text();
        if (known.isPresent()) {
            parsed(known.get(), text.span(), s);
            return;
        }
        if (text.value() instanceof Value.OneOf(var texts)
                && !text.splits()
                && texts.size() <= Programming.NAMES) {
            walk.doubt++;
            for (String each : texts) {
                State one = s.copy();
                parsed(each, text.span(), one);
                s.join(one);
            }
            walk.doubt--;
            return;
        }
        String shell = language.isEmpty() || language.equals("eval") ? "bash" : language;
        walk.note(new Effect.Run(new Code.Inline(shell, text.data()), text.span()));
        String why = Values.why(text.value());
        walk.unknown(
                new Gap.UnknownValue(why.isEmpty() ? "the text that a shell reads" : why),
                text.span());
        s.io.out().append(text.data().changed(), walk.doubt);
        s.status = Status.UNKNOWN;
    }

    void parsed(String text, Span span, State s) {
        if (!walk.meter.enter() || !walk.meter.pieces(text.length() / 64 + 1)) {
            walk.exhausted("texts for shells are nested too deeply", span);
            walk.meter.leave();
            return;
        }
        switch (Parser.parse(text)) {
            case Parsed.Tree(var script) -> walk.script(script, s);
            case Parsed.Broken(var problem, var upToThere) -> {
                walk.unknown(new Gap.Unparsed(problem.what()), span);
                walk.doubt++;
                walk.script(upToThere, s);
                walk.doubt--;
            }
        }
        walk.meter.leave();
    }

    /// `eval`: the text is read in this shell.
    void evaluate(Arg text, State s) {
        text(text, "eval", s);
    }

    /// `source`: the file is read in this shell.
    void source(List<Arg> args, State s, Span span) {
        if (args.isEmpty()) {
            return;
        }
        files.source(args.getFirst(), args.subList(1, args.size()), s, span);
    }
}
