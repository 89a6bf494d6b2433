package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.PathFacts.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the name of a path usually tells; used only where nothing can be looked at.
final class Conventions {
    private static final Set<String> DIRECTORIES =
            Set.of(
                    "src",
                    "lib",
                    "libs",
                    "test",
                    "tests",
                    "spec",
                    "specs",
                    "docs",
                    "doc",
                    "app",
                    "apps",
                    "cmd",
                    "pkg",
                    "internal",
                    "include",
                    "scripts",
                    "script",
                    "tools",
                    "examples",
                    "example",
                    "packages",
                    "modules",
                    "components",
                    "pages",
                    "public",
                    "static",
                    "assets",
                    "resources",
                    "templates",
                    "migrations",
                    "config",
                    "configs",
                    "data",
                    "fixtures",
                    "vendor",
                    "third_party",
                    "node_modules",
                    "dist",
                    "build",
                    "target",
                    "out",
                    "coverage",
                    "venv",
                    ".venv",
                    ".git",
                    ".github",
                    ".vscode",
                    ".idea",
                    ".ssh",
                    ".aws",
                    ".gnupg",
                    ".config",
                    ".cache",
                    ".local",
                    "__pycache__",
                    "logs",
                    "tmp",
                    "backup",
                    "backups",
                    "utils",
                    "core",
                    "server",
                    "client",
                    "frontend",
                    "backend",
                    "api",
                    "web");

    /// Suffixes of files that people write and commit.
    private static final Set<String> SOURCE =
            Set.of(
                    "py",
                    "pyi",
                    "js",
                    "jsx",
                    "mjs",
                    "cjs",
                    "ts",
                    "tsx",
                    "mts",
                    "cts",
                    "vue",
                    "svelte",
                    "astro",
                    "java",
                    "kt",
                    "kts",
                    "scala",
                    "groovy",
                    "clj",
                    "cljs",
                    "go",
                    "rs",
                    "c",
                    "h",
                    "cc",
                    "cpp",
                    "cxx",
                    "hpp",
                    "hh",
                    "m",
                    "mm",
                    "swift",
                    "cs",
                    "fs",
                    "vb",
                    "rb",
                    "erb",
                    "php",
                    "pl",
                    "pm",
                    "lua",
                    "r",
                    "jl",
                    "dart",
                    "ex",
                    "exs",
                    "erl",
                    "hrl",
                    "hs",
                    "ml",
                    "mli",
                    "elm",
                    "nim",
                    "zig",
                    "sh",
                    "bash",
                    "zsh",
                    "fish",
                    "ps1",
                    "bat",
                    "sql",
                    "html",
                    "htm",
                    "css",
                    "scss",
                    "sass",
                    "less",
                    "md",
                    "txt",
                    "mdx",
                    "rst",
                    "adoc",
                    "tex",
                    "toml",
                    "yaml",
                    "yml",
                    "xml",
                    "gradle",
                    "cmake",
                    "mk",
                    "proto",
                    "graphql",
                    "tf",
                    "hcl",
                    "nix",
                    "bzl",
                    "dockerfile",
                    "ipynb",
                    "s",
                    "asm",
                    "v",
                    "sv",
                    "vhd",
                    "sol",
                    "cu",
                    "template",
                    "tmpl",
                    "j2",
                    "ejs",
                    "hbs",
                    "pug");

    /// Files without such a suffix that are committed all the same.
    private static final Set<String> SOURCE_NAMES =
            Set.of(
                    "makefile",
                    "gnumakefile",
                    "dockerfile",
                    "containerfile",
                    "jenkinsfile",
                    "vagrantfile",
                    "procfile",
                    "gemfile",
                    "rakefile",
                    "justfile",
                    "license",
                    "licence",
                    "readme",
                    "notice",
                    "changelog",
                    "authors",
                    "contributing",
                    "codeowners",
                    "configure",
                    "gradlew",
                    "mvnw",
                    ".gitignore",
                    ".gitattributes",
                    ".gitmodules",
                    ".editorconfig",
                    ".dockerignore",
                    ".npmrc",
                    ".nvmrc",
                    ".python-version",
                    ".prettierrc",
                    ".eslintrc",
                    ".eslintrc.json",
                    ".babelrc",
                    "package.json",
                    "package-lock.json",
                    "tsconfig.json",
                    "composer.json",
                    "composer.lock",
                    "cargo.lock",
                    "go.mod",
                    "go.sum",
                    "yarn.lock",
                    "poetry.lock",
                    "uv.lock",
                    "pipfile",
                    "pipfile.lock",
                    "gemfile.lock",
                    "pnpm-lock.yaml",
                    "requirements.txt",
                    "requirements-dev.txt",
                    "cmakelists.txt",
                    "setup.cfg",
                    "tox.ini",
                    "pytest.ini",
                    "deno.json");

    /// Directories of a home in which people keep their projects.
    private static final Set<String> SHELVES =
            Set.of(
                    "src",
                    "source",
                    "projects",
                    "project",
                    "code",
                    "coding",
                    "work",
                    "workspace",
                    "workspaces",
                    "dev",
                    "develop",
                    "development",
                    "repos",
                    "repo",
                    "repositories",
                    "git",
                    "github",
                    "gitlab",
                    "sites",
                    "programming",
                    "personal",
                    "oss",
                    "ws");

    /// Directories of a home that hold people's own things, or a tool's.
    private static final Set<String> NO_PROJECTS =
            Set.of(
                    "documents",
                    "downloads",
                    "desktop",
                    "pictures",
                    "music",
                    "videos",
                    "movies",
                    "library",
                    "public",
                    "templates",
                    "bin",
                    "applications",
                    "snap",
                    "go",
                    "mail",
                    "maildir",
                    "news",
                    "dropbox",
                    "onedrive",
                    "google drive",
                    "icloud",
                    "backup",
                    "backups",
                    "photos",
                    "private",
                    "tmp",
                    "temp",
                    "data",
                    "logs",
                    "anaconda3",
                    "miniconda3",
                    "miniforge3",
                    "perl5",
                    "r",
                    "venv",
                    "trash");

    private Conventions() {}

    static Kind kind(String path, World world) {
        if (path.equals("/") || path.equals(world.home()) || PathText.isIn(world.home(), path)) {
            return Kind.DIRECTORY;
        }
        for (String workspace : world.workspaces()) {
            if (PathText.isIn(workspace, path)) {
                return Kind.DIRECTORY;
            }
        }
        String name = PathText.name(path);
        if (PathText.isIn(path, "/dev") && !PathText.isIn(path, "/dev/shm")) {
            return Kind.SPECIAL;
        }
        boolean hidden = PathText.name(PathText.parent(path)).startsWith(".");
        if (DIRECTORIES.contains(name) && !hidden) {
            return Kind.DIRECTORY;
        }
        boolean named = !PathText.suffix(path).isEmpty();
        return named || isSource(path) ? Kind.FILE : Kind.UNKNOWN;
    }

    /// Whether a single file of that name is one that people write and commit.
    static boolean isSource(String path) {
        return SOURCE.contains(PathText.suffix(path))
                || SOURCE_NAMES.contains(PathText.name(path).toLowerCase(Locale.ROOT));
    }

    /// The project of the user, below a home, that a path seems to lie in: `~/src/x`, `~/projects/x`, `~/x`.
    static Optional<String> projectOf(String path, World world) {
        Optional<String> home = Zones.homeAbove(path, world);
        if (home.isEmpty() || path.length() == home.get().length()) {
            return Optional.empty();
        }
        List<String> names = PathText.segments(path.substring(home.get().length()));
        String first = names.getFirst().toLowerCase(Locale.ROOT);
        if (first.startsWith(".") || NO_PROJECTS.contains(first)) {
            return Optional.empty();
        }
        if (SHELVES.contains(first)) {
            return names.size() < 2
                    ? Optional.empty()
                    : Optional.of(PathText.child(home.get() + "/" + names.get(0), names.get(1)));
        }
        boolean file = names.size() == 1 && !PathText.suffix(path).isEmpty();
        return file ? Optional.empty() : Optional.of(home.get() + "/" + names.getFirst());
    }
}
