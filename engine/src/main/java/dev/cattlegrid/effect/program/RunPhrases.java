package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Install.Reach;
import dev.cattlegrid.effect.Effect.Remote.Change;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.World.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The phrases of a card that start something else: programs, scripts, code of the project, what runs in a container.
record RunPhrases(Telling telling) {
    /// A `--` may stand before the command: `wrapper NAME -- COMMAND`.
    void run(List<Arg> words) {
        boolean marked = words.size() > 1 && words.getFirst().is("--");
        List<Arg> command = marked ? words.subList(1, words.size()) : words;
        if (!command.isEmpty()) {
            telling.include(telling.opener().command(command, telling.call()));
        }
    }

    /// `env A=1 command`: settings first, then the command; without one the environment is shown.
    void runWith(List<Arg> words) {
        int at = 0;
        var environment = new HashMap<>(telling.call().environment());
        while (at < words.size() && Words.settingOf(words.get(at)).isPresent()) {
            Arg word = words.get(at++);
            String name = Words.settingOf(word).orElseThrow();
            environment.put(name, word.after(name.length() + 1));
        }
        if (at == words.size()) {
            new ShowPhrases(telling).reveal(List.of());
            return;
        }
        telling.goOn(telling.call().under(environment));
        run(words.subList(at, words.size()));
    }

    /// `run-known python MODULE ARGS among pip pytest`: one of these programs, else code of the project.
    void runKnown(List<Phrase.Word> words) {
        int among = Telling.indexOf(words, "among");
        List<Arg> command = telling.all(words.subList(1, among));
        List<Phrase.Word> known = words.subList(among + 1, words.size());
        String name = command.isEmpty() ? "" : command.getFirst().text().orElse("");
        if (known.contains(new Phrase.Word.Text(name))) {
            run(command);
        } else {
            project(words.subList(0, 2));
        }
    }

    /// A program by its name: a known one, or one that the project's packages bring.
    void runOwn(List<Arg> command) {
        String name = command.isEmpty() ? "" : command.getFirst().text().orElse("");
        boolean own = !name.isEmpty() && name.indexOf('/') < 0 && Programs.of(name).isEmpty();
        if (own) {
            telling.add(
                    new Effect.Run(
                            new Code.Project(telling.call().name(), name),
                            command.getFirst().span()));
        } else {
            run(command);
        }
    }

    /// A tool that a card knows is taken to be the project's own; any other is fetched by its name.
    void npx(List<Arg> command) {
        if (command.isEmpty()) {
            return;
        }
        Arg first = command.getFirst();
        String name = Packages.commandOf(first.text().orElse(""));
        boolean own = Programs.of(name).isPresent() && !name.isEmpty();
        if (!own) {
            Packages.installs(
                            "npm",
                            List.of(first),
                            "named",
                            Reach.USER,
                            first.span(),
                            telling.call())
                    .forEach(telling::add);
        }
        var words = new ArrayList<>(command);
        words.set(0, name.isEmpty() ? first : Arg.exact(name, first.span()));
        runOwn(words);
    }

    /// The package that starts a project of a kind: `create-vite` for `vite@5`, `@acme/create-app` for `@acme/app`,
    /// `@acme/create` for `@acme`.
    void npxCreate(List<Arg> command) {
        if (command.isEmpty()) {
            return;
        }
        Arg kind = command.getFirst();
        var words = new ArrayList<>(command);
        words.set(
                0,
                kind.text()
                        .map(text -> Arg.exact(initialiser(text), kind.span()))
                        .orElseGet(() -> kind.with(Value.unknown(Words.why(kind)))));
        npx(words);
    }

    private static String initialiser(String kind) {
        int slash = kind.indexOf('/');
        if (!kind.startsWith("@")) {
            return slash < 0 && kind.indexOf(':') < 0 ? "create-" + kind : kind;
        }
        if (slash > 0) {
            return kind.substring(0, slash) + "/create-" + kind.substring(slash + 1);
        }
        int version = kind.indexOf('@', 1);
        return version < 0
                ? kind + "/create"
                : kind.substring(0, version) + "/create" + kind.substring(version);
    }

    /// `inside docker NAME COMMAND`: what a command does in a container, seen from outside.
    void inside(List<Phrase.Word> words) {
        List<Arg> command = telling.all(words.subList(2, words.size()));
        if (!command.isEmpty()) {
            String name = telling.text(words, 1);
            String system = telling.text(words, 0);
            if (!system.equals("docker") && command.size() == 1 && isShell(command.getFirst())) {
                telling.add(
                        new Effect.Remote(
                                system,
                                "shell",
                                name,
                                Change.CHANGE,
                                false,
                                telling.call().span()));
                return;
            }
            var seen =
                    new Inside(
                            telling.text(words, 0),
                            name.equals("new") ? "" : name,
                            volumes(),
                            telling.call().span());
            telling.include(
                    seen.of(telling.opener().command(command, telling.call().inContainer())));
        }
    }

    /// The named volumes of a start, by the directory in the container.
    private Map<String, String> volumes() {
        var volumes = new HashMap<String, String>();
        for (Arg spec : telling.all(List.of(new Phrase.Word.Name("VOLUME")))) {
            volumes.putAll(Inside.volume(Words.shown(spec)));
        }
        return volumes;
    }

    private static boolean isShell(Arg word) {
        String name = Words.shown(word);
        return Set.of("sh", "bash", "zsh", "ash", "dash", "fish", "ksh")
                .contains(name.substring(name.lastIndexOf('/') + 1));
    }

    /// A container's `HOST:PATH` or `type=bind,source=HOST,...`: what it does there cannot be told.
    void mount(Arg spec) {
        for (String path : Inside.mounted(Words.shown(spec))) {
            if (path.equals("/") || path.endsWith("docker.sock")) {
                telling.add(new Effect.Elevate("root", true, spec.span()));
            }
            var gap = new Gap.Unread("what the container does in `" + path + "`");
            Optional<Place> below =
                    path.contains("…")
                            ? Optional.empty()
                            : Optional.of(telling.place(Arg.exact(path, spec.span()), Use.CHANGE));
            var bound = new Bound(Inside.IN_A_MOUNT, below);
            telling.add(new Effect.Unknown(gap, bound, spec.span()));
        }
    }

    /// Several words are joined by blanks, as `watch` and `eval` do.
    void script(List<Phrase.Word> words) {
        int with = Telling.indexOf(words, "with");
        List<Arg> texts = telling.all(words.subList(0, with < 0 ? words.size() : with));
        List<Arg> rest = with < 0 ? List.of() : telling.all(words.subList(with + 1, words.size()));
        if (!texts.isEmpty()) {
            boolean stdin = texts.size() == 1 && texts.getFirst().is("stdin");
            telling.include(
                    telling.opener()
                            .script(
                                    stdin ? telling.stdin() : Words.joined(texts, " "),
                                    rest,
                                    telling.call()));
        }
    }

    /// One text among others: a script of the project where it is written `npm:NAME`.
    void scriptAlone(Arg text) {
        String known = text.value().prefix();
        if (known.startsWith("npm:") || known.startsWith("pnpm:") || known.startsWith("yarn:")) {
            String what = "run " + known.substring(known.indexOf(':') + 1);
            telling.add(new Effect.Run(new Code.Project("npm", what), text.span()));
        } else {
            telling.include(telling.opener().script(text, List.of(), telling.call()));
        }
    }

    void code(List<Phrase.Word> words) {
        int with = Telling.indexOf(words, "with");
        List<Arg> texts = telling.all(words.subList(1, with < 0 ? words.size() : with));
        List<Arg> rest = with < 0 ? List.of() : telling.all(words.subList(with + 1, words.size()));
        if (!texts.isEmpty()) {
            Arg text =
                    texts.size() == 1 && texts.getFirst().is("stdin")
                            ? telling.stdin()
                            : Words.joined(texts, "\n");
            String language = telling.text(words, 0);
            boolean value = language.equals("javascript-value");
            telling.include(
                    value
                            ? telling.opener()
                                    .code("javascript", printed(text), rest, telling.call())
                            : telling.opener().code(language, text, rest, telling.call()));
        }
    }

    /// `node -p`: what one expression comes to is printed.
    private static Arg printed(Arg text) {
        String code = text.text().orElse("").strip();
        boolean one = !code.isEmpty() && code.indexOf(';') < 0 && code.indexOf('\n') < 0;
        return one ? text.with(Value.exact("console.log(" + code + ")")) : text;
    }

    void file(List<Phrase.Word> words) {
        int with = Telling.indexOf(words, "with");
        List<Arg> files = telling.all(words.subList(0, with < 0 ? words.size() : with));
        List<Arg> rest = with < 0 ? List.of() : telling.all(words.subList(with + 1, words.size()));
        for (Arg file : files) {
            String path = file.value().prefix();
            if (path.startsWith("https://") || path.startsWith("http://")) {
                fetched(file);
            } else {
                telling.include(telling.opener().file(file, rest, telling.call()));
            }
        }
    }

    /// Code whose place is an address: it is fetched, and run as it comes.
    private void fetched(Arg address) {
        Endpoint from = Endpoints.of(address, "https");
        telling.add(new Effect.Receive(from, address.span()));
        Data code = Data.of(new Source.Network(from));
        telling.add(new Effect.Run(new Code.Inline("program", code), address.span()));
    }

    void project(List<Phrase.Word> words) {
        telling.add(
                new Effect.Run(
                        new Code.Project(telling.text(words, 0), telling.rest(words, 1)),
                        telling.span(words)));
    }
}
