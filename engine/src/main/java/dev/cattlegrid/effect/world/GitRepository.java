package dev.cattlegrid.effect.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// A work tree and the repository behind it: branches, remotes, what is pushed. Git itself is never run, so that no hook,
/// filter or setting of the repository can act. `GIT_DIR` and its like count for nothing here.
///
/// Source: gitrepository-layout(5), git-worktree(1) *DETAILS*, gitsubmodules(7).
final class GitRepository {
    private static final int MOST_COMMITS = 3000;
    private static final int MOST_REFS = 2000;
    private static final long CLOCKS_DIFFER = 86_400;

    private final String root;
    private final String directory;
    private final String common;
    private final Looks looks;
    private final GitConfig config;
    private final GitObjects objects;

    /// @param root the work tree's top
    /// @param directory of this work tree: `.git`, or `.git/worktrees/x`
    private GitRepository(String root, String directory, Looks looks) {
        this.root = root;
        this.directory = directory;
        this.looks = looks;
        this.common =
                looks.text(directory + "/commondir")
                        .map(path -> PathText.resolve(directory, path.strip()))
                        .orElse(directory);
        this.config = GitConfig.parse(looks.text(common + "/config").orElse(""));
        this.objects = new GitObjects(stores(), looks);
    }

    /// The top of the work tree that a path lies in: the nearest directory upwards that holds `.git`.
    static Optional<String> top(String path, Looks looks) {
        for (String here = path; ; here = PathText.parent(here)) {
            if (gitDirectory(here, looks).isPresent()) {
                return Optional.of(here);
            }
            if (here.equals("/")) {
                return Optional.empty();
            }
        }
    }

    /// @param root as [#top] gives it
    static Optional<GitRepository> at(String root, Looks looks) {
        return gitDirectory(root, looks)
                .map(directory -> new GitRepository(root, directory, looks));
    }

    private static Optional<String> gitDirectory(String top, Looks looks) {
        String git = PathText.child(top, ".git");
        if (looks.isDirectory(git)) {
            return looks.isFile(git + "/HEAD") ? Optional.of(git) : Optional.empty();
        }
        if (!looks.isFile(git)) {
            return Optional.empty();
        }
        return looks.text(git)
                .map(String::strip)
                .filter(text -> text.startsWith("gitdir: "))
                .map(text -> PathText.resolve(top, text.substring(8).strip()));
    }

    private List<String> stores() {
        List<String> stores = new ArrayList<>();
        stores.add(common + "/objects");
        looks.text(common + "/objects/info/alternates").stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(8)
                .forEach(line -> stores.add(PathText.resolve(common + "/objects", line)));
        return stores;
    }

    String root() {
        return root;
    }

    /// Whether its format is one that is read here.
    boolean isReadable() {
        return config.value("extensions", "objectformat").orElse("sha1").equals("sha1")
                && config.value("extensions", "refstorage").orElse("files").equals("files");
    }

    World.Repository facts() {
        if (!isReadable()) {
            return new World.Repository(root, "", "", config.remotes(), Optional.empty());
        }
        return new World.Repository(
                root, branch().orElse(""), defaultBranch().orElse(""), config.remotes(), pushed());
    }

    private Optional<String> branch() {
        return symbolic(directory + "/HEAD", "refs/heads/");
    }

    private Optional<String> symbolic(String file, String below) {
        return looks.text(file)
                .map(String::strip)
                .filter(text -> text.startsWith("ref: " + below))
                .map(text -> text.substring(5 + below.length()));
    }

    /// What the remote said when it was cloned; else the usual names, where it has one of them.
    private Optional<String> defaultBranch() {
        List<String> names = new ArrayList<>(List.of("origin"));
        config.remotes().forEach(remote -> names.add(remote.name()));
        for (String remote : names) {
            String below = "refs/remotes/" + remote + "/";
            Optional<String> told = symbolic(common + "/" + below + "HEAD", below);
            if (told.isPresent()) {
                return told;
            }
            for (String usual : List.of("main", "master")) {
                if (reference(below + usual).isPresent()) {
                    return Optional.of(usual);
                }
            }
        }
        return Optional.empty();
    }

    /// The commit that is checked out; empty on a branch without one.
    Optional<String> head() {
        Optional<String> text = looks.text(directory + "/HEAD").map(String::strip);
        return text.filter(found -> found.startsWith("ref: "))
                .map(found -> reference(found.substring(5)))
                .orElseGet(() -> text.filter(GitRepository::isName));
    }

    private Optional<String> reference(String name) {
        if (name.contains("..")) {
            return Optional.empty();
        }
        return looks.text(directory + "/" + name)
                .or(() -> looks.text(common + "/" + name))
                .map(String::strip)
                .filter(GitRepository::isName)
                .or(() -> Optional.ofNullable(packed().get(name)));
    }

    private Map<String, String> packed() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : looks.text(common + "/packed-refs").orElse("").lines().toList()) {
            if (line.length() > 41 && line.charAt(40) == ' ' && isName(line.substring(0, 40))) {
                names.put(line.substring(41), line.substring(0, 40));
            }
        }
        return names;
    }

    private static boolean isName(String text) {
        return text.length() == 40 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    GitObjects objects() {
        return objects;
    }

    Looks looks() {
        return looks;
    }

    /// The file that says what is staged.
    String indexFile() {
        return directory + "/index";
    }

    /// Files of patterns that hold for the whole work tree, the weakest first.
    List<String> ignoreFiles(String home) {
        return List.of(home + "/.config/git/ignore", common + "/info/exclude");
    }

    /// Whether every commit of the current branch is on a remote, as far as this clone knows; empty if it cannot be told.
    private Optional<Boolean> pushed() {
        Optional<String> head = head();
        Optional<Set<String>> tips = remoteTips();
        if (head.isEmpty() || tips.isEmpty()) {
            return Optional.empty();
        }
        if (tips.get().contains(head.get())) {
            return Optional.of(true);
        }
        return tips.get().isEmpty() ? Optional.of(false) : isReachable(head.get(), tips.get());
    }

    private Optional<Set<String>> remoteTips() {
        Set<String> tips = new HashSet<>();
        packed().forEach((name, commit) -> {
            if (name.startsWith("refs/remotes/")) {
                tips.add(commit);
            }
        });
        List<String> ahead = new ArrayList<>(List.of(common + "/refs/remotes"));
        while (!ahead.isEmpty()) {
            String here = ahead.removeLast();
            if (looks.isFile(here)) {
                looks.text(here)
                        .map(String::strip)
                        .filter(GitRepository::isName)
                        .ifPresent(tips::add);
            } else if (looks.isDirectory(here)) {
                Optional<List<String>> names = looks.names(here, MOST_REFS);
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                names.get().forEach(name -> ahead.add(PathText.child(here, name)));
            }
        }
        return Optional.of(tips);
    }

    /// Walks back from the tips, the newest commits first, until it meets the commit or is well past its time.
    private Optional<Boolean> isReachable(String wanted, Set<String> tips) {
        record Dated(String name, GitObjects.Commit commit) {}
        Optional<GitObjects.Commit> target = objects.commit(wanted);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        var ahead =
                new PriorityQueue<Dated>(
                        Comparator.comparingLong((Dated dated) -> dated.commit().time())
                                .reversed());
        boolean shallow = looks.isFile(common + "/shallow");
        Set<String> met = new HashSet<>();
        List<String> next = new ArrayList<>(tips);
        for (int count = 0; count < MOST_COMMITS; count++) {
            for (String name : next) {
                if (!met.add(name)) {
                    continue;
                }
                Optional<GitObjects.Commit> commit = objects.commit(name);
                if (commit.isEmpty() && !shallow) {
                    return Optional.empty();
                }
                commit.ifPresent(found -> ahead.add(new Dated(name, found)));
            }
            Dated newest = ahead.poll();
            if (newest == null || newest.commit().time() < target.get().time() - CLOCKS_DIFFER) {
                return Optional.of(false);
            }
            if (newest.commit().parents().contains(wanted)) {
                return Optional.of(true);
            }
            next = newest.commit().parents();
        }
        return Optional.empty();
    }
}
