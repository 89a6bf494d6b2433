package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a git command: its global options here, its command in the file that knows it.
///
/// Hooks and settings that the repository already has are not looked at: they ran before the agent came, and writing
/// one is an effect of its own.
///
/// Source: git(1) and the page of each command, git 2.47.
final class GitReader {
    private GitReader() {}

    static Outcome read(Invocation call, Opener opener) {
        Place directory = call.directory();
        var settings = new HashMap<String, Arg>();
        var before = new Sheet(call, opener);
        List<Item> items = GitTables.GLOBAL.scan(call.args());
        int at = 0;
        for (; at < items.size(); at++) {
            Item item = items.get(at);
            if (item instanceof Item.Operand) {
                break;
            }
            switch (item) {
                case Item.Option option -> {
                    if (option.name().equals("-C")) {
                        directory =
                                new Sheet(in(directory, call), opener)
                                        .place(option.given(), World.Use.ENTER);
                    } else {
                        global(option, settings, before);
                    }
                }
                case Item.Strange(var name, var arg) -> before.strange(name, arg);
                case Item.Loose(var arg) -> {
                    return before.unknown(arg, Bound.ANYTHING).done();
                }
                case Item.Operand _ -> throw new IllegalStateException("seen above");
            }
        }
        if (at == items.size()) {
            return before.output(new Source.Program("git")).done();
        }
        Arg command = items.get(at).arg();
        List<Arg> rest = items.subList(at + 1, items.size()).stream().map(Item::arg).toList();
        if (command.text().isEmpty()) {
            return before.unknown(command, Bound.ANYTHING).done();
        }
        var sheet = new Sheet(in(directory, call), opener);
        sheet.include(before.done());
        return command(command.text().get(), command, rest, settings, sheet, 0).done();
    }

    private static Sheet command(
            String name,
            Arg word,
            List<Arg> rest,
            Map<String, Arg> settings,
            Sheet sheet,
            int depth) {
        var options = GitTables.of(name);
        if (options.isPresent()) {
            var git = Git.of(name, word, options.get().scan(rest), settings, sheet);
            git.run();
            return sheet;
        }
        Arg alias = settings.get("alias." + name);
        if (alias != null && depth < 3) {
            return alias(alias, rest, settings, sheet, depth);
        }
        return other(name, word, rest, sheet);
    }

    private static Sheet alias(
            Arg alias, List<Arg> rest, Map<String, Arg> settings, Sheet sheet, int depth) {
        if (alias.text().isEmpty()) {
            return sheet.unknown(alias, Bound.ANYTHING);
        }
        String text = alias.text().get().strip();
        if (text.startsWith("!")) {
            return sheet.include(
                    sheet.opener()
                            .script(
                                    alias.with(Value.exact(text.substring(1))),
                                    rest,
                                    sheet.call()));
        }
        var words = new ArrayList<Arg>();
        for (String word : text.split("\\s+")) {
            words.add(alias.with(Value.exact(word)));
        }
        words.addAll(rest);
        return command(
                words.getFirst().text().orElse(""),
                words.getFirst(),
                words.subList(1, words.size()),
                settings,
                sheet,
                depth + 1);
    }

    private static void global(Item.Option option, Map<String, Arg> settings, Sheet sheet) {
        switch (option.name()) {
            case "-c", "--config-env" -> GitConfig.inCall(option.given(), settings, sheet);
            case "--exec-path" -> {
                if (option.value().isPresent()) {
                    sheet.unread(
                            "programs that git starts from `--exec-path`", option.arg().span());
                }
            }
            case "--git-dir" -> {
                if (!sheet.place(option.given(), World.Use.READ).path().endsWith("/.git")) {
                    sheet.unread("settings and hooks of `--git-dir`", option.arg().span());
                }
            }
            default -> {}
        }
    }

    /// Commands whose words are not options of the usual kind, or that have no table.
    private static Sheet other(String name, Arg word, List<Arg> rest, Sheet sheet) {
        return switch (name) {
            case "bisect" -> GitRuns.bisect(rest, sheet);
            case "filter-branch", "filter-repo" -> GitRuns.filter(name, rest, sheet);
            case "credential", "credential-store", "credential-cache", "credential-osxkeychain" ->
                    GitRuns.credential(name, rest, sheet);
            case "lfs" -> GitRuns.lfs(rest, sheet);
            case "daemon" ->
                    sheet.must(new Effect.Listen("0.0.0.0", 9418, sheet.span()))
                            .git(new GitAction.Keep(name), sheet.call().directory());
            case "instaweb" -> GitScripts.instaweb(rest, sheet);
            case "send-email" -> GitScripts.sendEmail(rest, sheet);
            case "imap-send" -> sheet.must(new Effect.Speak("email", "", sheet.span()));
            case "merge-file" -> GitScripts.mergeFile(rest, sheet);
            case "merge-one-file" -> sheet.git(new GitAction.Keep(name), sheet.call().directory());
            case "request-pull" -> sheet.output(new Source.Program("git"));
            case "merge-index" -> GitScripts.mergeIndex(rest, sheet);
            case "for-each-repo" -> GitScripts.forEachRepo(word, rest, sheet);
            case "gui", "citool", "gitk", "--version", "--help", "diagnose", "bugreport" -> sheet;
            case "flow",
                    "subtree",
                    "mailinfo",
                    "mailsplit",
                    "fast-export",
                    "show-index",
                    "column",
                    "fmt-merge-msg",
                    "quiltimport",
                    "unpack-file" ->
                    sheet.git(new GitAction.Keep(name), sheet.call().directory())
                            .output(new Source.Program("git"));
            case "submodule--helper" -> sheet.unread("what `git " + name + "` runs", word.span());
            default -> addition(name, word, rest, sheet);
        };
    }

    /// A command that git does not bring: `git summary` starts `git-summary`.
    private static Sheet addition(String name, Arg word, List<Arg> rest, Sheet sheet) {
        var command = new ArrayList<Arg>();
        if (Programs.of("git-" + name).isPresent()) {
            command.add(word.with(Value.exact("git-" + name)));
        } else if (isExtra(name)) {
            command.add(word.with(Value.exact("git-extras")));
            command.add(word);
        } else {
            return sheet.unknown(
                    new Gap.UnknownProgram("git " + name), Bound.ANYTHING, word.span());
        }
        command.addAll(rest);
        return sheet.command(command);
    }

    private static boolean isExtra(String name) {
        return Cards.of("git-extras")
                .filter(extras -> extras.card().form().commands().containsKey(name))
                .isPresent();
    }

    private static Invocation in(Place directory, Invocation call) {
        return new Invocation(
                call.name(),
                call.args(),
                call.environment(),
                call.stdin(),
                call.piped(),
                directory,
                call.world(),
                call.contained(),
                call.raised(),
                call.span());
    }

    /// What git shows of the repository.
    static Data shown() {
        return Data.of(new Source.Program("git"));
    }
}
