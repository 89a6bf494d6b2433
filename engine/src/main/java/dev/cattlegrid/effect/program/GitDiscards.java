package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.List;

/// The git commands that change the work tree, and what of it they would lose.
///
/// Source: git-checkout(1), git-switch(1), git-restore(1), git-reset(1), git-clean(1), git-rm(1), git-stash(1).
record GitDiscards(Git git) {
    void run() {
        switch (git.name()) {
            case "checkout" -> checkout();
            case "switch" -> {
                if (git.hasAny("-f", "--discard-changes")) {
                    everything("switch --force");
                } else if (git.has("-c")) {
                    git.keeps("switch", "branch", git.given("-c"));
                } else {
                    git.keep("switch");
                }
            }
            case "restore" -> restore();
            case "reset" -> reset();
            case "read-tree" -> {
                if (git.has("--reset") && git.has("-u")) {
                    everything("read-tree --reset");
                } else {
                    git.keep("read-tree");
                }
            }
            case "checkout-index" -> {
                if (!git.has("-f") || git.has("--prefix")) {
                    git.keep("checkout-index");
                } else if (git.has("-a")) {
                    everything("checkout-index -f");
                } else {
                    discard("checkout-index -f", git.operandsAndPaths());
                }
            }
            case "clean" -> clean();
            case "rm" -> {
                if (git.hasAny("-n", "--cached") || !git.has("-f")) {
                    git.keep("rm");
                } else {
                    discard("rm -f", git.operandsAndPaths());
                }
            }
            case "mv" -> {
                if (git.has("-f") && !git.has("-n") && !git.operands().isEmpty()) {
                    discard("mv -f", List.of(git.operands().getLast()));
                } else {
                    git.keep("mv");
                }
            }
            case "stash" -> stash();
            default -> git.keep(git.name());
        }
    }

    private void checkout() {
        if (git.has("-f")) {
            everything("checkout --force");
        } else if (git.has("--pathspec-from-file")) {
            git.sheet().read(git.given("--pathspec-from-file"));
            everything("checkout");
        } else if (!git.paths().isEmpty() && !git.hasAny("-b", "-B", "--orphan")) {
            discard("checkout", git.paths());
        } else if (git.has("-b")) {
            git.keeps("checkout", "branch", git.given("-b"));
        } else if (git.hasAny("-B", "--orphan", "-d", "-t")) {
            git.keep("checkout");
        } else if (git.operands().isEmpty()) {
            if (git.has("-p")) {
                everything("checkout -p");
            } else {
                git.keep("checkout");
            }
        } else if (git.hasAny("--ours", "--theirs")) {
            discard("checkout", git.operands());
        } else {
            operands();
        }
    }

    /// `git checkout WORD...` without `--`: a branch, or paths, or a revision and paths.
    private void operands() {
        Arg first = git.operands().getFirst();
        List<Arg> rest = git.operands().subList(1, git.operands().size());
        if (first.splits()) {
            git.sheet().unknown(first, Bound.ANYTHING);
        }
        if (namesPath(first)) {
            discard("checkout", git.operands());
        } else if (!rest.isEmpty()) {
            discard("checkout", rest);
        } else {
            git.keep("checkout");
        }
    }

    private boolean namesPath(Arg arg) {
        if (arg.value().equals(Value.COMMIT)) {
            return false;
        }
        if (arg.value() instanceof Value.Glob) {
            return true;
        }
        String text = arg.value().prefix();
        if (text.startsWith("./")
                || text.startsWith("../")
                || text.startsWith("/")
                || text.startsWith(":")) {
            return true;
        }
        if (arg.text().isEmpty()) {
            return false;
        }
        if (text.equals(".") || text.equals("..") || text.endsWith("/") || text.indexOf('*') >= 0) {
            return true;
        }
        PathFacts facts = git.sheet().place(arg, World.Use.CHANGE).facts();
        if (facts.source() == Fact.Source.OBSERVED
                && facts.existence() != PathFacts.Existence.UNKNOWN) {
            return facts.existence() == PathFacts.Existence.PRESENT;
        }
        return hasSuffix(text);
    }

    /// `a.go`, `docs/x.md`; not `v1.2`, `release-1.x`, `HEAD`.
    private static boolean hasSuffix(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || dot < text.lastIndexOf('/') || text.length() - dot > 11) {
            return false;
        }
        String suffix = text.substring(dot + 1);
        return !suffix.isEmpty()
                && Character.isLetter(suffix.charAt(0))
                && !suffix.equals("x")
                && suffix.chars().allMatch(Character::isLetterOrDigit)
                && !(dot > 0 && Character.isDigit(text.charAt(dot - 1)) && text.startsWith("v"));
    }

    private void restore() {
        if (git.has("-S") && !git.has("-W")) {
            git.keep("restore --staged");
        } else if (git.has("--pathspec-from-file")) {
            git.sheet().read(git.given("--pathspec-from-file"));
            everything("restore");
        } else {
            discard("restore", git.operandsAndPaths());
        }
    }

    private void reset() {
        for (Item item : git.items()) {
            if (item instanceof Item.Loose(var arg)) {
                git.sheet().unknown(arg, Bound.ANYTHING);
            }
        }
        if (git.has("--hard")) {
            everything("reset --hard");
        } else if (git.has("--merge")) {
            everything("reset --merge");
        } else {
            git.keep("reset");
        }
    }

    private void clean() {
        if (git.has("-n")) {
            git.sheet().output(GitReader.shown());
            return;
        }
        Arg required = git.settings().get("clean.requireforce");
        if (!git.hasAny("-f", "-i") && required == null) {
            return;
        }
        String verb =
                git.has("-x")
                        ? "clean -x"
                        : git.has("-X") ? "clean -X" : git.has("-d") ? "clean -d" : "clean -f";
        List<Arg> named = git.operandsAndPaths();
        var places = new ArrayList<Place>();
        named.forEach(arg -> places.addAll(git.sheet().places(arg, World.Use.DELETE)));
        if (named.isEmpty()) {
            places.add(whole());
        }
        git.act(new GitAction.Discard(verb, places));
    }

    private void stash() {
        switch (git.verb()) {
            case "drop", "clear" ->
                    git.act(new GitAction.Discard("stash " + git.verb(), List.of()));
            case "list", "show" -> {
                git.sheet().output(GitReader.shown());
                git.paths().forEach(git::showsSecret);
            }
            case "",
                    "push",
                    "save",
                    "pop",
                    "apply",
                    "branch",
                    "create",
                    "store",
                    "export",
                    "import" ->
                    git.keep(("stash " + git.verb()).strip());
            default -> git.sheet().unknown(git.operands().getFirst(), Bound.ANYTHING);
        }
    }

    /// The whole work tree, or where it is seen to hold nothing that could be lost, nothing.
    private void everything(String verb) {
        Place top = whole();
        git.act(
                Git.mayHoldWork(top)
                        ? new GitAction.Discard(verb, List.of(top))
                        : new GitAction.Keep(verb));
    }

    private Place whole() {
        String path =
                git.repository()
                        .map(World.Repository::root)
                        .orElse(git.sheet().call().directory().path());
        return git.sheet()
                .place(
                        Arg.exact(path.isEmpty() ? "." : path, git.sheet().span()),
                        World.Use.DELETE);
    }

    private void discard(String verb, List<Arg> args) {
        if (args.isEmpty()) {
            git.keep(verb);
            return;
        }
        var places = new ArrayList<Place>();
        for (Arg arg : args) {
            String text = arg.text().orElse("");
            if (text.equals(":/") || text.equals(":") || text.equals(":(top)")) {
                places.add(whole());
            } else if (text.startsWith(":!")
                    || text.startsWith(":^")
                    || text.startsWith(":(exclude)")) {
                continue;
            } else if (text.startsWith(":")) {
                places.add(whole());
            } else {
                places.addAll(git.sheet().places(arg, World.Use.DELETE));
            }
        }
        List<Place> lost = places.stream().filter(Git::mayHoldWork).toList();
        git.act(
                lost.isEmpty() && !places.isEmpty()
                        ? new GitAction.Keep(verb)
                        : new GitAction.Discard(verb, lost));
    }
}
