package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.List;
import java.util.Set;

/// The git commands that run what their words say, and those that move patches and bundles through files.
///
/// Source: git-bisect(1), git-filter-branch(1), git-filter-repo(1), git-credential(1), git-lfs(1), git-apply(1),
/// git-am(1), git-bundle(1), git-format-patch(1), git-difftool(1), git-mergetool(1).
final class GitRuns {
    private static final Set<String> FILTERS =
            Set.of(
                    "--env-filter",
                    "--tree-filter",
                    "--index-filter",
                    "--parent-filter",
                    "--msg-filter",
                    "--commit-filter",
                    "--tag-name-filter",
                    "--setup");

    private GitRuns() {}

    static Sheet bisect(List<Arg> args, Sheet sheet) {
        Place here = sheet.call().directory();
        if (!args.isEmpty() && args.getFirst().is("run")) {
            sheet.git(new GitAction.Keep("bisect"), here);
            return sheet.command(args.subList(1, args.size()));
        }
        if (!args.isEmpty() && (args.getFirst().is("log") || args.getFirst().is("view"))) {
            return sheet.output(GitReader.shown());
        }
        if (!args.isEmpty() && args.getFirst().text().isEmpty()) {
            return sheet.unknown(args.getFirst(), Bound.ANYTHING);
        }
        return sheet.git(new GitAction.Keep("bisect"), here);
    }

    static Sheet filter(String name, List<Arg> args, Sheet sheet) {
        sheet.git(new GitAction.Rewrite(name, true), sheet.call().directory());
        for (int i = 0; i < args.size(); i++) {
            String text = args.get(i).value().prefix();
            if (FILTERS.contains(text) && i + 1 < args.size()) {
                sheet.script(args.get(i + 1));
                i++;
            } else if (text.endsWith("-callback") && i + 1 < args.size()) {
                sheet.include(
                        sheet.opener().code("python", args.get(i + 1), List.of(), sheet.call()));
                i++;
            }
        }
        return sheet;
    }

    static Sheet credential(String name, List<Arg> args, Sheet sheet) {
        String verb = args.isEmpty() ? "" : args.getLast().text().orElse("?");
        return switch (verb) {
            case "fill", "get", "?" ->
                    sheet.must(
                                    new Effect.Remote(
                                            "git",
                                            name + " " + verb,
                                            "",
                                            Effect.Remote.Change.READ_SECRET,
                                            true,
                                            sheet.span()))
                            .output(new Source.Vault("git " + name));
            case "approve", "store", "reject", "erase", "exit", "capability" ->
                    sheet.git(
                            new GitAction.Config("credential", verb, true, false),
                            sheet.call().directory());
            default -> sheet.unread("`git " + name + " " + verb + "`", sheet.span());
        };
    }

    static Sheet lfs(List<Arg> args, Sheet sheet) {
        String verb = args.isEmpty() ? "" : args.getFirst().text().orElse("?");
        Place here = sheet.call().directory();
        return switch (verb) {
            case "",
                    "env",
                    "ls-files",
                    "status",
                    "version",
                    "logs",
                    "locks",
                    "fsck",
                    "help",
                    "pointer" ->
                    sheet.output(GitReader.shown());
            case "fetch", "pull", "clone" ->
                    sheet.receive(Sheet.nowhere("git", "lfs"), sheet.span())
                            .git(new GitAction.Keep("lfs " + verb), here);
            case "push" ->
                    sheet.git(
                            new GitAction.Push(
                                    args.size() > 1 ? args.get(1).text().orElse("?") : "",
                                    List.of(),
                                    false,
                                    false,
                                    false,
                                    true),
                            here);
            case "migrate" ->
                    sheet.git(
                            args.stream().anyMatch(arg -> arg.is("info"))
                                    ? new GitAction.Keep("lfs migrate info")
                                    : new GitAction.Rewrite("lfs migrate", true),
                            here);
            case "track",
                    "untrack",
                    "checkout",
                    "install",
                    "uninstall",
                    "update",
                    "dedup",
                    "lock",
                    "unlock",
                    "prune" ->
                    sheet.git(new GitAction.Keep("lfs " + verb), here);
            default -> sheet.unread("`git lfs " + verb + "`", sheet.span());
        };
    }

    static void files(Git git) {
        Sheet sheet = git.sheet();
        switch (git.name()) {
            case "bundle" -> bundle(git);
            case "apply" -> apply(git);
            case "am" -> {
                Data patches = Data.NONE;
                for (Arg arg : git.operandsAndPaths()) {
                    patches = patches.with(sheet.read(arg));
                }
                if (git.has("-n")) {
                    git.act(new GitAction.SkipHooks("am"));
                }
                git.keep("am");
            }
            case "format-patch" -> {
                if (git.has("--stdout")) {
                    sheet.output(GitReader.shown());
                } else {
                    Arg where = git.has("-o") ? git.given("-o") : Arg.exact(".", sheet.span());
                    String folder = where.value().prefix();
                    sheet.create(
                            where.with(
                                    new Value.Partial(
                                            folder.isEmpty() ? "" : folder + "/",
                                            ".patch",
                                            "names of patches")),
                            GitReader.shown());
                }
            }
            case "difftool" -> {
                if (git.options().get("-x") instanceof Item.Option option) {
                    sheet.script(option.given());
                } else if (!git.has("--tool-help")) {
                    sheet.must(
                            new Effect.Run(
                                    new dev.cattlegrid.effect.Code.Project("git", git.name()),
                                    sheet.span()));
                }
                sheet.output(GitReader.shown());
            }
            default -> {
                sheet.must(
                        new Effect.Run(
                                new dev.cattlegrid.effect.Code.Project("git", git.name()),
                                sheet.span()));
                git.keep(git.name());
            }
        }
    }

    private static void bundle(Git git) {
        Sheet sheet = git.sheet();
        List<Arg> args = git.behindVerb();
        if (args.isEmpty()) {
            return;
        }
        if (git.verb().equals("create")) {
            sheet.create(args.getFirst(), GitReader.shown());
        } else {
            sheet.read(args.getFirst());
            sheet.output(GitReader.shown());
        }
    }

    private static void apply(Git git) {
        Sheet sheet = git.sheet();
        List<Arg> patches = git.operandsAndPaths();
        Data data = patches.isEmpty() ? sheet.call().stdin() : Data.NONE;
        for (Arg arg : patches) {
            data = data.with(sheet.read(arg));
        }
        if (git.hasAny("--stat", "--numstat", "--summary", "--check") && !git.has("--apply")) {
            sheet.output(data.changed());
        } else if (git.has("--cached")) {
            git.keep("apply");
        } else {
            Arg below =
                    sheet.call().directory().isExact()
                            ? Arg.exact(".", sheet.span())
                            : Arg.exact(".", sheet.span());
            Arg files =
                    below.with(
                            new Value.Partial(
                                    git.has("--unsafe-paths") ? "" : "./",
                                    "",
                                    "files that the patch names"));
            sheet.edit(files, data.changed());
        }
    }
}
