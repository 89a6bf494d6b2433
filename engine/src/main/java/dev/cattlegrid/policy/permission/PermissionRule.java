package dev.cattlegrid.policy.permission;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One rule: a tool, and what of it is meant.
///
/// @param text as the settings have it: `Bash(npm test:*)`
/// @see <a href="https://docs.claude.com/en/docs/claude-code/iam">Claude Code, identity and access management</a>
public record PermissionRule(String text, What what) {
    private static final Set<String> EDITORS =
            Set.of("Edit", "Write", "MultiEdit", "NotebookEdit", "Update");
    private static final Set<String> READERS = Set.of("Read", "Grep", "Glob", "LS", "NotebookRead");
    private static final Set<String> AGENTS = Set.of("Task", "Agent");

    sealed interface What {
        record Command(CommandPattern pattern) implements What {}

        record Read(Optional<PathPattern> paths) implements What {}

        record Edit(Optional<PathPattern> paths) implements What {}

        /// @param host a pattern; `*` is any
        record Fetch(String host) implements What {}

        record Mcp(String server, String tool) implements What {}

        record Agent(String name) implements What {}

        /// A tool that the gate knows no more of than its name.
        record Tool(String name) implements What {}
    }

    /// Where a rule's paths begin.
    ///
    /// @param home of the user
    /// @param settings the directory that the settings are about
    /// @param directory the working directory
    public record Anchors(String home, String settings, String directory) {}

    public static PermissionRule of(String text, Anchors anchors) {
        int open = text.indexOf('(');
        boolean whole = open < 0 || !text.endsWith(")");
        String tool = whole ? text.strip() : text.substring(0, open).strip();
        String inside = whole ? "" : text.substring(open + 1, text.length() - 1).strip();
        return new PermissionRule(text, what(tool, inside, anchors));
    }

    private static What what(String tool, String inside, Anchors anchors) {
        if (tool.equals("Bash")) {
            return new What.Command(new CommandPattern(inside.isEmpty() ? "*" : inside));
        }
        if (EDITORS.contains(tool)) {
            return new What.Edit(paths(inside, anchors));
        }
        if (READERS.contains(tool)) {
            return new What.Read(paths(inside, anchors));
        }
        if (tool.equals("WebFetch")) {
            return new What.Fetch(
                    inside.startsWith("domain:") ? inside.substring("domain:".length()) : "*");
        }
        if (AGENTS.contains(tool)) {
            return new What.Agent(inside.isEmpty() ? "*" : inside);
        }
        if (tool.startsWith("mcp__")) {
            String[] parts = tool.substring("mcp__".length()).split("__", 2);
            return new What.Mcp(parts[0], parts.length == 2 ? parts[1] : "*");
        }
        return new What.Tool(tool);
    }

    private static Optional<PathPattern> paths(String inside, Anchors anchors) {
        return inside.isEmpty() || inside.equals("*") || inside.equals("**")
                ? Optional.empty()
                : Optional.of(
                        PathPattern.of(
                                inside, anchors.home(), anchors.settings(), anchors.directory()));
    }

    /// Whether it lets nearly anything happen, so that the gate in auto mode does not count it.
    boolean isBroad() {
        return switch (what) {
            case What.Command(var pattern) -> pattern.isBroad();
            case What.Agent _ -> true;
            case What.Read _, What.Edit _, What.Fetch _, What.Mcp _, What.Tool _ -> false;
        };
    }

    /// Whether it names one thing and no other.
    boolean isExact() {
        return switch (what) {
            case What.Command(var pattern) -> pattern.isExact();
            case What.Mcp(_, var tool) -> tool.indexOf('*') < 0;
            case What.Agent(var name) -> name.indexOf('*') < 0;
            case What.Read _, What.Edit _, What.Fetch _, What.Tool _ -> false;
        };
    }

    /// Whether a call is one that it is about, by its tool.
    boolean isAbout(ToolCall call) {
        return switch (what) {
            case What.Mcp(var server, var tool) ->
                    call instanceof ToolCall.Mcp mcp
                            && Star.matches(server, mcp.server())
                            && Star.matches(tool, mcp.tool());
            case What.Agent(var name) ->
                    call instanceof ToolCall.Spawn spawn && Star.matches(name, spawn.agent());
            case What.Fetch(var host) ->
                    call instanceof ToolCall.Fetch fetch && Star.matches(host, host(fetch.url()));
            case What.Tool(var name) ->
                    call instanceof ToolCall.Other other && other.tool().equals(name)
                            || call instanceof ToolCall.Inner inner && inner.tool().equals(name)
                            || call instanceof ToolCall.Search && isSearch(name);
            case What.Command _, What.Read _, What.Edit _ -> false;
        };
    }

    private static boolean isSearch(String tool) {
        return tool.equals("WebSearch");
    }

    private static String host(String url) {
        String rest = url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3);
        String authority = rest.split("[/?#]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    /// What of a call goes against it. Where it cannot be told whether something does, it does.
    Optional<Effect> about(ToolCall call, CommandLines lines, List<Step> steps) {
        if (what instanceof What.Command(var pattern)) {
            return lines.first(pattern).map(run -> run);
        }
        Stream<Effect> effects = steps.stream().map(Step::effect);
        return isAbout(call)
                ? effects.findFirst().or(() -> Optional.of(named(call)))
                : effects.filter(this::isAbout).findFirst();
    }

    private static Effect named(ToolCall call) {
        String name = call.getClass().getSimpleName();
        return new Effect.Run(new Code.Program(name, name), Span.NONE);
    }

    private boolean isAbout(Effect effect) {
        return switch (what) {
            case What.Read(var paths) ->
                    effect instanceof Effect.Read(var place, _) && touches(place, paths);
            case What.Edit(var paths) -> changed(effect).anyMatch(place -> touches(place, paths));
            case What.Fetch(var host) ->
                    effect instanceof Effect.Receive(var from, _)
                            && Star.matches(host, from.host());
            case What.Command _, What.Mcp _, What.Agent _, What.Tool _ -> false;
        };
    }

    /// Whether a command is one that it names.
    boolean names(String line) {
        return what instanceof What.Command(var pattern) && pattern.matches(line);
    }

    /// Whether it says what may be done to what. One that only names a tool clears the mode's question and no other.
    boolean namesATarget() {
        return switch (what) {
            case What.Command _, What.Mcp _, What.Agent _, What.Tool _ -> true;
            case What.Read(var paths) -> paths.isPresent();
            case What.Edit(var paths) -> paths.isPresent();
            case What.Fetch(var host) -> !host.equals("*");
        };
    }

    /// Whether it gives leave for a call of a tool; of a fetch for what comes, and not for what is sent along.
    boolean allows(ToolCall call, Effect effect) {
        return isAbout(call) && !(what instanceof What.Fetch && effect instanceof Effect.Send);
    }

    /// Whether an effect is certainly one that it gives leave for. Leave to edit is leave to write, and neither to delete
    /// nor to move; leave to fetch is about the host's own tool alone.
    ///
    /// @param commands that the effect is part of; each of a loop's has to be one that the rule names
    boolean allows(Effect effect, List<Code.Program> commands) {
        return switch (what) {
            case What.Command(var pattern) ->
                    commands.stream()
                            .anyMatch(one -> one.lines().stream().allMatch(pattern::matches));
            case What.Read(var paths) ->
                    effect instanceof Effect.Read(var place, _) && lies(place, paths);
            case What.Edit(var paths) ->
                    effect instanceof Effect.Write write
                            && write.manner() != Effect.Write.Manner.DESTROY
                            && lies(write.place(), paths);
            case What.Fetch _, What.Mcp _, What.Agent _, What.Tool _ -> false;
        };
    }

    private static Stream<Place> changed(Effect effect) {
        return switch (effect) {
            case Effect.Write write -> Stream.of(write.place());
            case Effect.Delete delete -> Stream.of(delete.place());
            case Effect.Move(var from, var to, _) -> Stream.of(from, to);
            case Effect.Link link -> Stream.of(link.at());
            case Effect.SetMode mode -> Stream.of(mode.place());
            default -> Stream.empty();
        };
    }

    private static boolean touches(Place place, Optional<PathPattern> paths) {
        if (paths.isEmpty()) {
            return true;
        }
        PathPattern pattern = paths.get();
        return switch (place.sure()) {
            case Place.Sure.Exact _ ->
                    pattern.matches(place.path())
                            || place.facts().realPath().filter(pattern::matches).isPresent();
            case Place.Sure.Expanded(var entries, var count) ->
                    count > entries.size() || entries.stream().anyMatch(pattern::matches);
            case Place.Sure.Below _ -> pattern.mayMatchBelow(place.path());
            case Place.Sure.Unresolved _ -> true;
        };
    }

    private static boolean lies(Place place, Optional<PathPattern> paths) {
        if (paths.isEmpty()) {
            return true;
        }
        PathPattern pattern = paths.get();
        return switch (place.sure()) {
            case Place.Sure.Exact _ ->
                    pattern.matches(place.facts().realPath().orElse(place.path()));
            case Place.Sure.Expanded(var entries, var count) ->
                    count == entries.size() && entries.stream().allMatch(pattern::matches);
            case Place.Sure.Below _ -> pattern.matches(place.path());
            case Place.Sure.Unresolved _ -> false;
        };
    }
}
