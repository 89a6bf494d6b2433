package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One git command with its words taken apart, and the commands that need no file of their own.
///
/// @param options the last value of each option that is given, by its first name
/// @param operands what is left, before `--`
/// @param paths what stands behind `--`
/// @param settings of `-c`, by lower-case key
record Git(
        String name,
        Arg word,
        List<Item> items,
        Map<String, Item.Option> options,
        List<Arg> operands,
        List<Arg> paths,
        Map<String, Arg> settings,
        Optional<World.Repository> repository,
        Sheet sheet) {

    static Git of(String name, Arg word, List<Item> items, Map<String, Arg> settings, Sheet sheet) {
        var options = new HashMap<String, Item.Option>();
        var operands = new ArrayList<Arg>();
        var paths = new ArrayList<Arg>();
        for (Item item : items) {
            switch (item) {
                case Item.Option option -> options.put(option.name(), option);
                case Item.Operand(var arg, var last) -> (last ? paths : operands).add(arg);
                case Item.Loose(var arg) -> operands.add(arg);
                case Item.Strange(var option, var arg) -> {
                    if (!(option.startsWith("--no-")
                            || option.equals("-h")
                            || option.equals("--help"))) {
                        sheet.strange(option, arg);
                    }
                }
            }
        }
        Place directory = sheet.call().directory();
        Optional<World.Repository> repository =
                directory.isExact()
                        ? sheet.call().world().repository(directory.path())
                        : Optional.empty();
        return new Git(name, word, items, options, operands, paths, settings, repository, sheet);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    boolean hasAny(String... some) {
        for (String option : some) {
            if (options.containsKey(option)) {
                return true;
            }
        }
        return false;
    }

    /// The value of an option, or the command's own word where there is none.
    Arg given(String option) {
        Item.Option found = options.get(option);
        return found == null ? word : found.given();
    }

    /// The first operand, where it is known: the verb of `git stash pop`.
    String verb() {
        return operands.isEmpty() ? "" : operands.getFirst().text().orElse("?");
    }

    List<Arg> behindVerb() {
        return operands.isEmpty() ? operands : operands.subList(1, operands.size());
    }

    List<Arg> operandsAndPaths() {
        var all = new ArrayList<>(operands);
        all.addAll(paths);
        return all;
    }

    Sheet keep(String verb) {
        return sheet.git(new GitAction.Keep(verb), place());
    }

    /// The same, by which a branch or a tag of that name comes to be.
    Sheet keeps(String verb, String sort, Arg name) {
        String text = name.text().orElse("");
        String made = text.isEmpty() || isThere(sort, text) ? "" : sort + " " + text;
        return sheet.git(new GitAction.Keep(verb, made), place());
    }

    /// Whether a branch or tag is seen to be there already.
    private boolean isThere(String sort, String name) {
        World world = sheet.call().world();
        if (world.assumes() || repository.isEmpty()) {
            return false;
        }
        String ref = (sort.equals("tag") ? "refs/tags/" : "refs/heads/") + name;
        String git = repository.get().root() + "/.git/";
        return world.look(git + ref, World.Use.READ).existence() == PathFacts.Existence.PRESENT
                || world.content(git + "packed-refs") instanceof World.Content.Text(var refs, _)
                        && refs.contains(" " + ref + "\n");
    }

    Sheet act(GitAction action) {
        return sheet.git(action, place());
    }

    /// The repository that the command is about.
    Place place() {
        Place here = sheet.call().directory();
        return repository
                .filter(found -> !found.root().equals(here.path()))
                .map(found -> sheet.place(Arg.exact(found.root(), sheet.span()), World.Use.ENTER))
                .orElse(here);
    }

    /// Whether commits of the current branch are on a remote; unknown counts as yes.
    boolean pushed() {
        return repository.flatMap(World.Repository::pushed).orElse(true);
    }

    void run() {
        switch (name) {
            case "status",
                    "shortlog",
                    "describe",
                    "rev-parse",
                    "merge-base",
                    "name-rev",
                    "show-ref",
                    "for-each-ref",
                    "show-branch",
                    "count-objects",
                    "check-ignore",
                    "check-attr",
                    "check-ref-format",
                    "check-mailmap",
                    "var",
                    "version",
                    "help",
                    "cherry",
                    "range-diff",
                    "verify-commit",
                    "verify-tag",
                    "verify-pack",
                    "whatchanged",
                    "get-tar-commit-id",
                    "patch-id",
                    "rev-list",
                    "fsck",
                    "fsck-objects",
                    "stripspace" ->
                    shows(GitReader.shown());
            case "log",
                    "diff",
                    "show",
                    "blame",
                    "annotate",
                    "diff-tree",
                    "diff-index",
                    "diff-files",
                    "diff-pairs",
                    "cat-file" ->
                    showsFiles();
            case "ls-files", "ls-tree" -> shows(Data.of(new Source.Names(place())));
            case "grep" -> grep();
            case "interpret-trailers" -> trailers();
            case "merge-tree",
                    "hash-object",
                    "mktree",
                    "write-tree",
                    "commit-tree",
                    "pack-refs",
                    "repack",
                    "update-server-info",
                    "commit-graph",
                    "multi-pack-index",
                    "rerere",
                    "notes",
                    "replace",
                    "update-index",
                    "sparse-checkout",
                    "add",
                    "stage",
                    "symbolic-ref" -> {
                if (name.equals("update-index")
                        || name.startsWith("hash")
                        || name.equals("merge-tree")) {
                    sheet.output(GitReader.shown());
                }
                if (name.equals("add") || name.equals("stage")) {
                    operandsAndPaths().forEach(this::addsSecret);
                }
                keep(name);
            }
            case "commit" -> commit();
            case "branch" -> branch();
            case "tag" -> tag();
            case "checkout",
                    "switch",
                    "restore",
                    "reset",
                    "read-tree",
                    "checkout-index",
                    "clean",
                    "rm",
                    "mv",
                    "stash" ->
                    new GitDiscards(this).run();
            case "rebase" -> rebase();
            case "merge" -> verified("merge");
            case "cherry-pick", "revert" -> keep(name);
            case "fetch",
                    "pull",
                    "clone",
                    "init",
                    "remote",
                    "ls-remote",
                    "push",
                    "submodule",
                    "archive" ->
                    new GitRemotes(this).run();
            case "config" -> GitConfig.command(this);
            case "worktree" -> worktree();
            case "reflog", "gc", "prune", "prune-packed", "maintenance", "update-ref" -> upkeep();
            case "bundle", "apply", "am", "format-patch", "difftool", "mergetool" ->
                    GitRuns.files(this);
            default -> sheet.unread("what `git " + name + "` does", word.span());
        }
    }

    /// It shows something; words of unknown value could only make it show something else or write `--output`.
    private void shows(Data data) {
        sheet.output(data);
        for (Item item : items) {
            if (item instanceof Item.Loose(var arg)) {
                sheet.unknown(arg, Bound.READS);
            }
        }
    }

    private void showsFiles() {
        boolean names =
                hasAny("--name-only", "--name-status", "--stat", "--numstat", "--shortstat");
        shows(names ? Data.of(new Source.Names(place())) : GitReader.shown());
        if (options.get("--output") instanceof Item.Option option) {
            sheet.create(option.given(), GitReader.shown());
        }
        if (has("--ext-diff")) {
            settings.forEach((key, value) -> {
                if (key.equals("diff.external")) {
                    sheet.script(value);
                }
            });
        }
        for (String reads : new String[] {"-O", "-S", "--contents", "--ignore-revs-file"}) {
            if ((name.equals("blame") || !reads.equals("-S"))
                    && options.get(reads) instanceof Item.Option option) {
                sheet.read(option.given());
            }
        }
        operandsAndPaths().forEach(this::showsSecret);
    }

    /// `git show HEAD:.env` shows what a secret file holds or held.
    void showsSecret(Arg arg) {
        String text = arg.text().orElse("");
        int colon = text.indexOf(':');
        String path = colon >= 0 ? text.substring(colon + 1) : text;
        if (path.isEmpty() || path.length() > 4096 || !names(path)) {
            return;
        }
        Place place = sheet.place(arg.with(Value.exact(path)), World.Use.READ);
        if (has("--no-index") || place.is(Standing.SECRET)) {
            sheet.must(new Effect.Read(place, arg.span())).output(new Source.File(place));
        }
    }

    /// What is added is read by everybody who reads the repository.
    private void addsSecret(Arg arg) {
        sheet.places(arg, World.Use.READ).stream()
                .filter(place -> place.isExact() && place.is(Standing.SECRET))
                .forEach(place -> sheet.must(new Effect.Read(place, arg.span())));
    }

    /// Variables that tell the usual runners of hooks to stay away: husky, lefthook, overcommit, pre-commit.
    private boolean skipsHooks() {
        Map<String, Arg> environment = sheet.call().environment();
        return List.of("HUSKY", "LEFTHOOK").stream()
                        .anyMatch(name ->
                                environment.containsKey(name) && isOff(environment.get(name)))
                || List.of("HUSKY_SKIP_HOOKS", "OVERCOMMIT_DISABLE", "SKIP").stream()
                        .anyMatch(name ->
                                environment.containsKey(name) && !isOff(environment.get(name)));
    }

    private static boolean isOff(Arg value) {
        return value.is("0") || value.is("false") || value.is("");
    }

    /// Whether it could be a path's name rather than a revision such as `main` or `HEAD~2`.
    private static boolean names(String text) {
        return text.indexOf('.') >= 0
                || text.indexOf('/') >= 0
                || text.indexOf('_') >= 0
                || text.startsWith("id");
    }

    private void grep() {
        shows(has("-l") || has("-L") ? Data.of(new Source.Names(place())) : GitReader.shown());
        paths.forEach(this::showsSecret);
        if (options.get("-f") instanceof Item.Option option) {
            sheet.read(option.given());
        }
        if (options.get("-O") instanceof Item.Option option) {
            option.value()
                    .ifPresentOrElse(
                            sheet::script,
                            () ->
                                    sheet.unread(
                                            "the pager that git is set to", option.arg().span()));
        }
    }

    private void trailers() {
        sheet.output(sheet.call().stdin().changed());
        if (has("--in-place")) {
            operandsAndPaths().forEach(arg -> sheet.edit(arg, Data.NONE));
        }
    }

    private void commit() {
        if (has("-F")) {
            sheet.read(given("-F"));
        }
        if (has("--dry-run")) {
            sheet.output(GitReader.shown());
            return;
        }
        if (hasAny("-n", "--no-verify") || skipsHooks()) {
            act(new GitAction.SkipHooks("commit"));
        }
        if (has("--amend")) {
            act(new GitAction.Rewrite("commit --amend", pushed()));
        } else if (!has("-n")) {
            keep("commit");
        }
    }

    private void verified(String verb) {
        if (has("--no-verify")) {
            act(new GitAction.SkipHooks(verb));
        }
        keep(verb);
    }

    private void rebase() {
        for (Item item : items) {
            if (item instanceof Item.Option option && option.name().equals("-x")) {
                sheet.script(option.given());
            }
        }
        if (has("--no-verify")) {
            act(new GitAction.SkipHooks("rebase"));
        }
        if (hasAny(
                "--continue",
                "--abort",
                "--quit",
                "--skip",
                "--edit-todo",
                "--show-current-patch")) {
            keep("rebase");
        } else {
            act(new GitAction.Rewrite("rebase", pushed()));
        }
    }

    private void branch() {
        if (hasAny("-d", "-D")) {
            boolean remote = has("-r");
            boolean merged = has("-d") && !has("-f") || remote;
            refs().forEach(ref -> act(new GitAction.DeleteRef(ref, merged)));
        } else if (hasAny("-M", "-C", "-f") && operands.size() > 1) {
            act(new GitAction.DeleteRef(operands.get(has("-f") ? 0 : 1).text().orElse(""), false));
        } else if (operands.isEmpty()
                        && !hasAny("-u", "--unset-upstream", "--edit-description", "-m", "-M")
                || hasAny(
                        "-l",
                        "--contains",
                        "--no-contains",
                        "--merged",
                        "--no-merged",
                        "--points-at",
                        "-a",
                        "-r")) {
            shows(GitReader.shown());
        } else if (!operands.isEmpty() && !hasAny("-m", "-M", "-c", "-C", "-f", "-u")) {
            keeps("branch", "branch", operands.getFirst());
        } else {
            keep("branch");
        }
    }

    private List<String> refs() {
        return operands.isEmpty()
                ? List.of("")
                : operands.stream().map(arg -> arg.text().orElse("")).toList();
    }

    private void tag() {
        if (has("-d")) {
            refs().forEach(ref -> act(new GitAction.DeleteRef(ref, false)));
        } else if (operands.isEmpty()
                || hasAny(
                        "-l",
                        "-v",
                        "-n",
                        "--contains",
                        "--no-contains",
                        "--merged",
                        "--no-merged",
                        "--points-at")) {
            shows(GitReader.shown());
        } else if (has("-f")) {
            act(new GitAction.DeleteRef(operands.getFirst().text().orElse(""), false))
                    .git(new GitAction.Keep("tag"), place());
        } else if (!operands.isEmpty()) {
            keeps("tag", "tag", operands.getFirst());
        } else {
            keep("tag");
        }
    }

    private void worktree() {
        switch (verb()) {
            case "list" -> shows(GitReader.shown());
            case "remove" -> {
                List<Place> places = new ArrayList<>();
                for (Arg arg : behindVerb()) {
                    places.addAll(sheet.places(arg, World.Use.DELETE));
                }
                act(
                        has("-f")
                                ? new GitAction.Discard("worktree remove", places)
                                : new GitAction.Keep("worktree remove"));
            }
            case "add" -> {
                behindVerb().stream().limit(1).forEach(arg -> sheet.create(arg, GitReader.shown()));
                keep("worktree add");
            }
            case "?" -> sheet.unknown(operands.getFirst(), Bound.ANYTHING);
            default -> keep(("worktree " + verb()).strip());
        }
    }

    private void upkeep() {
        String verb = verb();
        boolean dry = hasAny("-n", "--dry-run");
        switch (name) {
            case "reflog" -> {
                if (verb.equals("expire") || verb.equals("delete")) {
                    act(dry ? new GitAction.Keep("reflog") : new GitAction.Purge("reflog " + verb));
                } else {
                    shows(GitReader.shown());
                }
            }
            case "gc" -> {
                boolean now =
                        has("--prune")
                                && !given("--prune").is("--prune")
                                && !given("--prune").value().prefix().contains("week");
                boolean set = settings.keySet().stream().anyMatch(key -> key.startsWith("gc."));
                act(now || set ? new GitAction.Purge("gc --prune") : new GitAction.Keep("gc"));
            }
            case "prune" -> act(dry ? new GitAction.Keep("prune") : new GitAction.Purge("prune"));
            case "maintenance" -> {
                if (verb.equals("start")) {
                    sheet.must(new Effect.Persist("cron", "git maintenance", sheet.span()));
                }
                keep("maintenance");
            }
            case "update-ref" -> {
                String ref = verb();
                if (has("--stdin")) {
                    act(new GitAction.DeleteRef("", false));
                } else if (has("-d")) {
                    act(new GitAction.DeleteRef(ref, false));
                } else {
                    act(new GitAction.Rewrite("update-ref", pushed()));
                }
            }
            default -> keep(name);
        }
    }

    /// What of these paths would be lost for good: those that the world has not seen to be clean.
    static boolean mayHoldWork(Place place) {
        PathFacts facts = place.facts();
        boolean seen = facts.source() == Fact.Source.OBSERVED;
        return !(seen && facts.canBeRestored()
                || facts.ownWork() && facts.existence() == PathFacts.Existence.PRESENT);
    }
}
