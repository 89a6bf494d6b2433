package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The git commands that send mail, serve pages, merge file by file, or go through many repositories.
///
/// Source: git-send-email(1), git-instaweb(1), git-merge-index(1), git-merge-file(1), git-for-each-repo(1), git 2.47.
final class GitScripts {
    private static final Options INSTAWEB =
            Options.of(
                    "-l,--local -d=,--httpd= -m=,--module-path= -p=,--port= -b?,--browser? --start --stop --restart");
    private static final Options MERGE_FILE =
            Options.of(
                    """
                    -L= -p,--stdout -q,--quiet --ours --theirs --union --marker-size= --diff3 --zdiff3 --object-id
                    --diff-algorithm=
                    """);
    private static final Set<String> LEAVES_FILES =
            Set.of("maintenance", "fetch", "gc", "status", "log", "rev-parse", "count-objects");

    private GitScripts() {}

    /// A rehearsal sends nothing; with an editor in between, what leaves is what the editor keeps.
    static Sheet sendEmail(List<Arg> args, Sheet sheet) {
        if (has(args, "--dry-run") || has(args, "--dump-aliases") || has(args, "-h")) {
            return sheet.output(new Source.Program("git"));
        }
        if ((has(args, "--annotate") || has(args, "--compose")) && !has(args, "--confirm=never")) {
            return sheet.unknown(
                    new Gap.Unread("what the editor leaves to be sent"),
                    Sheet.bound(Kind.SEND, Kind.RUN),
                    sheet.span());
        }
        return sheet.must(new Effect.Speak("email", "", sheet.span()));
    }

    static Sheet instaweb(List<Arg> args, Sheet sheet) {
        String address = "0.0.0.0";
        int port = 1234;
        for (Item item : INSTAWEB.scan(args)) {
            switch (item) {
                case Item.Option option -> {
                    switch (option.name()) {
                        case "--stop" -> {
                            return sheet;
                        }
                        case "-l" -> address = "127.0.0.1";
                        case "-p" -> port = Words.number(option.given().text().orElse(""));
                        case "-d", "-b" -> starts(option, sheet);
                        default -> {}
                    }
                }
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> sheet.unread("settings of a web server", arg.span());
                case Item.Operand _ -> {}
            }
        }
        return sheet.must(new Effect.Listen(address, port, sheet.span()));
    }

    /// A browser or a server that is named by a path is the caller's own.
    private static void starts(Item.Option option, Sheet sheet) {
        Optional<Arg> program = option.value();
        if (program.isPresent()
                && program.get().text().filter(text -> !text.contains("/")).isEmpty()) {
            sheet.script(program.get());
        }
    }

    /// `git merge-index [-o] [-q] PROGRAM (-a | [--] FILE...)`: the program is started for each file.
    static Sheet mergeIndex(List<Arg> args, Sheet sheet) {
        sheet.git(new GitAction.Keep("merge-index"), sheet.call().directory());
        for (Arg arg : args) {
            if (arg.is("-o") || arg.is("-q")) {
                continue;
            }
            return arg.is("git-merge-one-file") ? sheet : sheet.command(List.of(arg));
        }
        return sheet;
    }

    /// `git merge-file CURRENT BASE OTHER` changes the first of them.
    static Sheet mergeFile(List<Arg> args, Sheet sheet) {
        Data data = Data.NONE;
        var files = new ArrayList<Arg>();
        boolean shown = false;
        for (Item item : MERGE_FILE.scan(args)) {
            switch (item) {
                case Item.Option option -> shown = shown || option.name().equals("-p");
                case Item.Operand(var arg, _) -> files.add(arg);
                case Item.Loose(var arg) -> files.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
            }
        }
        for (Arg file : files) {
            data = data.with(sheet.read(file));
        }
        if (shown || files.isEmpty() || has(args, "--object-id")) {
            return sheet.output(data.changed());
        }
        return sheet.edit(files.getFirst(), data.changed());
    }

    /// `git for-each-repo --config=KEY COMMAND...`: the same git command in each repository of a list.
    static Sheet forEachRepo(Arg word, List<Arg> args, Sheet sheet) {
        int at = 0;
        while (at < args.size() && args.get(at).value().prefix().startsWith("-")) {
            at += args.get(at).is("--config") ? 2 : 1;
        }
        List<Arg> inner = at < args.size() ? args.subList(at, args.size()) : List.of();
        if (inner.isEmpty() || !LEAVES_FILES.contains(inner.getFirst().text().orElse(""))) {
            return sheet.unread("what `git for-each-repo` runs", word.span());
        }
        var command = new ArrayList<Arg>();
        command.add(Arg.exact("git", word.span()));
        command.addAll(inner);
        return sheet.command(command);
    }

    private static boolean has(List<Arg> args, String option) {
        return args.stream().anyMatch(arg -> arg.is(option));
    }
}
