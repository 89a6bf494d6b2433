package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Administer.Gravity;
import dev.cattlegrid.effect.Effect.Install.Reach;
import dev.cattlegrid.effect.Effect.Signal.Whom;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.world.World.Use;
import java.util.List;

/// Turns the phrases of a card into effects; lives no longer than one reading.
final class Teller {
    private final Telling telling;
    private final FilePhrases files;
    private final RunPhrases runs;
    private final NetPhrases net;
    private final ShowPhrases shows;

    Teller(Typed typed, Bindings bindings, Invocation call, Opener opener) {
        telling = new Telling(typed, bindings, call, opener);
        files = new FilePhrases(telling);
        runs = new RunPhrases(telling);
        net = new NetPhrases(telling);
        shows = new ShowPhrases(telling);
    }

    Outcome done() {
        return telling.done();
    }

    void unknown(Gap gap, Bound bound, Arg arg) {
        telling.surely(new Effect.Unknown(gap, bound, arg.span()));
    }

    /// A file that an option without a row names.
    void reads(Arg file) {
        telling.maybe(false);
        files.readFile(file);
    }

    /// The same for one that it writes.
    void writes(Arg file) {
        telling.maybe(false);
        files.writeFile(file, Manner.CREATE, Use.CREATE);
    }

    void tell(Phrase phrase, boolean mayBe) {
        telling.maybe(mayBe);
        List<Phrase.Word> words = phrase.words();
        switch (phrase.verb()) {
            case ENTER -> telling.all(words).forEach(files::enter);
            case USE -> telling.all(words).forEach(this::use);
            case READ -> files.read(words);
            case FETCH -> telling.all(words).forEach(net::fetch);
            case RECEIVE -> telling.all(words).forEach(net::receive);
            case LOOK -> {}
            case MAKE -> files.make(words, Manner.APPEND);
            case MAKE_DIRECTORY -> files.make(words, Manner.DIRECTORY);
            case WRITE -> files.write(words, Manner.CREATE);
            case APPEND -> files.write(words, Manner.APPEND);
            case EDIT -> files.write(words, Manner.EDIT);
            case DESTROY -> files.write(words, Manner.DESTROY);
            case DELETE -> files.delete(words, false);
            case DELETE_TREE -> files.delete(words, true);
            case MOVE, COPY, LINK, HARDLINK -> files.carry(phrase);
            case MODE -> files.mode(words, false);
            case MODE_TREE -> files.mode(words, true);
            case RUN -> runs.run(telling.all(words));
            case RUN_WITH -> runs.runWith(telling.all(words));
            case RUN_KNOWN -> runs.runKnown(words);
            case RUN_OWN -> runs.runOwn(telling.all(words));
            case NPX -> runs.npx(telling.all(words));
            case NPX_CREATE -> runs.npxCreate(telling.all(words));
            case INSIDE -> runs.inside(words);
            case MOUNT -> telling.all(words).forEach(runs::mount);
            case SCRIPT -> runs.script(words);
            case SCRIPTS -> telling.all(words).forEach(runs::scriptAlone);
            case CODE -> runs.code(words);
            case FILE -> runs.file(words);
            case PROJECT -> runs.project(words);
            case SEND -> net.send(words);
            case LISTEN -> net.listen(words);
            case INSTALL -> install(words);
            case REMOTE -> net.remote(words);
            case BY_VERB -> net.byVerb(words);
            case SQL -> net.sql(words);
            case ADMINISTER -> administer(words);
            case ELEVATE -> elevate(words, false);
            case ELEVATE_SHELL -> elevate(words, true);
            case PERSIST ->
                    telling.add(
                            new Effect.Persist(
                                    telling.text(words, 0),
                                    telling.rest(words, 1),
                                    telling.span(words)));
            case SIGNAL -> signal(words);
            case SPAWN ->
                    telling.add(new Effect.Spawn(telling.text(words), false, telling.span(words)));
            case SPAWN_FREE ->
                    telling.add(new Effect.Spawn(telling.text(words), true, telling.span(words)));
            case SPEAK ->
                    telling.add(
                            new Effect.Speak(
                                    telling.text(words, 0),
                                    telling.rest(words, 1),
                                    telling.span(words)));
            case REVEAL -> shows.reveal(words);
            case GIT ->
                    telling.add(
                            new Effect.Git(
                                    new GitAction.Keep(telling.rest(words, 1)),
                                    telling.call().directory(),
                                    telling.span(words)));
            case UNKNOWN -> unknown(words);
            case SHOW -> shows.show(words);
        }
    }

    private void elevate(List<Phrase.Word> words, boolean shell) {
        telling.add(
                new Effect.Elevate(
                        telling.text(words),
                        shell || BareShell.starts(telling.call()),
                        telling.span(words)));
        telling.goOn(telling.call().withRights());
    }

    private void use(Arg arg) {
        telling.flows(arg.is("stdin") ? telling.call().stdin() : arg.data());
    }

    private void install(List<Phrase.Word> words) {
        int size = words.size();
        List<Arg> packages = telling.all(words.subList(1, size - 2));
        String ecosystem = telling.text(words, 0);
        Reach said = Reach.valueOf(Telling.upper(telling.text(words, size - 1)));
        boolean stops =
                said == Reach.SYSTEM
                        && telling.call().isPowerless()
                        && Packages.needsRights(ecosystem);
        Packages.installs(
                        ecosystem,
                        packages,
                        telling.text(words, size - 2),
                        stops ? Reach.NOWHERE : said,
                        telling.span(words),
                        telling.call())
                .forEach(telling::add);
    }

    private void administer(List<Phrase.Word> words) {
        Gravity gravity = Gravity.valueOf(Telling.upper(telling.text(words, 1)));
        telling.add(
                new Effect.Administer(
                        telling.text(words, 0),
                        telling.text(words, 2),
                        telling.rest(words, 3),
                        gravity,
                        telling.span(words)));
    }

    private void signal(List<Phrase.Word> words) {
        Whom whom = Whom.valueOf(Telling.upper(telling.text(words, 0)));
        String signal = telling.rest(words, 2);
        List<Arg> targets = telling.args(words.get(1));
        for (Arg target : targets) {
            boolean all = target.is("-1") || target.is("1") || target.is("0");
            telling.add(
                    Signalled.of(
                            all ? Whom.ALL : whom,
                            Words.shown(target),
                            matchesCommandLines(telling.call()),
                            signal,
                            target.span(),
                            telling.call().world()));
        }
    }

    /// `-f` of pkill(1), also among other short options.
    private static boolean matchesCommandLines(Invocation call) {
        return call.args().stream()
                .map(arg -> arg.value().prefix())
                .anyMatch(text ->
                        text.equals("--full")
                                || text.startsWith("-")
                                        && !text.startsWith("--")
                                        && text.indexOf('f') > 0);
    }

    private void unknown(List<Phrase.Word> words) {
        int below = Telling.indexOf(words, "below");
        List<Phrase.Word> kinds = words.subList(1, below < 0 ? words.size() : below);
        Bound bound = Card.bound(telling.text(kinds)).orElse(Bound.ANYTHING);
        if (below < 0) {
            telling.add(
                    new Effect.Unknown(
                            new Gap.Unread(telling.text(words, 0)), bound, telling.call().span()));
        } else {
            files.below(
                    telling.text(words, 0),
                    bound,
                    telling.all(words.subList(below + 1, words.size())));
        }
    }
}
