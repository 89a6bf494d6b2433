package dev.cattlegrid.typed;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.rule.Shared;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One effect as the value that conditions speak of. A field says nothing that is not certain: where a push goes is empty
/// where anything in the call could lead it elsewhere.
final class EffectValues {
    private final Map<String, Object> values = new HashMap<>();
    private final Facts facts;

    private EffectValues(Facts facts) {
        this.facts = facts;
    }

    static Struct of(Effect effect, boolean certain, Facts facts) {
        var all = new EffectValues(facts);
        all.values.put("kind", Values.word(Topic.of(effect)));
        all.values.put("line", Line.of(effect));
        all.values.put("certain", certain);
        all.add(effect);
        return Struct.of(Vocabulary.EFFECT, all.values);
    }

    private void add(Effect effect) {
        switch (effect) {
            case Effect.Read(var place, _) -> place(place);
            case Effect.Write(var place, var manner, _, _) ->
                    place(place).put("manner", Values.word(manner));
            case Effect.Delete(var place, var recursive, _) ->
                    place(place).put("recursive", recursive);
            case Effect.Move(var from, var to, _) -> place(to).put("from", Values.place(from));
            case Effect.SetMode(var place, var mode, var recursive, _) ->
                    place(place).put("mode", mode).put("recursive", recursive);
            case Effect.Link(var at, var target, _, _) ->
                    place(at).put("from", Values.place(target));
            case Effect.Run(var code, _) -> code(code);
            case Effect.Send(var to, var verb, _, _) -> end(to, effect).put("verb", verb);
            case Effect.Receive(var from, _) -> end(from, effect);
            case Effect.Listen(var address, var port, _) ->
                    put("address", address).put("port", (long) port);
            case Effect.Install install ->
                    put("ecosystem", install.ecosystem())
                            .put("packages", words(install.packages()))
                            .put("provenance", Values.word(install.from()))
                            .put("reach", Values.word(install.reach()));
            case Effect.Git(var action, var repository, _) -> {
                place(repository);
                git(action);
            }
            case Effect.Remote remote ->
                    put("system", remote.system())
                            .put("operation", remote.operation())
                            .put("target", remote.target())
                            .put("change", Values.word(remote.change()))
                            .put("local", remote.local())
                            .put("namespace", facts.namespace(remote).orElse(""))
                            .put("buckets", Environment.buckets(remote))
                            .put("production", Shared.isProduction(effect, facts));
            case Effect.Administer(var area, var operation, var target, var gravity, _) ->
                    put("system", area)
                            .put("operation", operation)
                            .put("target", target)
                            .put("change", Values.word(gravity));
            case Effect.Elevate(var user, var shell, _) ->
                    put("target", user).put("unbridled", shell);
            case Effect.Persist(var what, var target, _) ->
                    put("system", what).put("target", target);
            case Effect.Signal(var whom, var target, var signal, _) ->
                    put("whom", Values.word(whom)).put("target", target).put("operation", signal);
            case Effect.Spawn(var agent, var off, _) -> put("target", agent).put("unbridled", off);
            case Effect.Speak(var service, var audience, _) ->
                    put("system", service).put("target", audience);
            case Effect.Reveal(var variable, _) -> put("target", variable.orElse(""));
            case Effect.Unknown _ -> put("why", Line.of(effect));
        }
    }

    private EffectValues put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    private EffectValues place(Place place) {
        return put("place", Values.place(place));
    }

    private EffectValues end(Endpoint end, Effect effect) {
        return put("host", end.host())
                .put("port", (long) end.port())
                .put("scheme", end.scheme())
                .put("scope", Values.word(end.scope()))
                .put("url", end.url())
                .put("production", Shared.isProduction(effect, facts));
    }

    private void code(Code code) {
        switch (code) {
            case Code.Program(var name, var line) ->
                    put("code", "program").put("program", name).put("arguments", line);
            case Code.Script(var place, var interpreter, _) ->
                    put("code", "script").place(place).put("program", interpreter);
            case Code.Inline(var language, _) -> put("code", "inline").put("program", language);
            case Code.Project(var tool, var what) ->
                    put("code", "project").put("program", tool).put("arguments", what);
        }
    }

    private void git(GitAction action) {
        switch (action) {
            case GitAction.Keep(var verb, _) -> put("action", "keep").put("operation", verb);
            case GitAction.SkipHooks(var verb) ->
                    put("action", "skip-hooks").put("operation", verb);
            case GitAction.Push push -> push(push);
            case GitAction.Discard(var verb, _) -> put("action", "discard").put("operation", verb);
            case GitAction.Rewrite(var verb, _) -> put("action", "rewrite").put("operation", verb);
            case GitAction.DeleteRef(var ref, _) ->
                    put("action", "delete-ref").put("operation", "delete").put("target", ref);
            case GitAction.Repoint(var name, var url, _) ->
                    put("action", "repoint").put("remote", name).put("url", url);
            case GitAction.Config(var key, _, _, _) ->
                    put("action", "config").put("operation", "config").put("target", key);
            case GitAction.Purge(var verb) -> put("action", "purge").put("operation", verb);
        }
    }

    private void push(GitAction.Push push) {
        String address = isLedElsewhere() ? "" : push.address();
        List<String> checkedOut =
                push.branch().isEmpty() || push.toDefault() && push.delete()
                        ? List.of()
                        : List.of(push.branch());
        put("action", "push")
                .put("operation", "push")
                .put("remote", push.remote())
                .put("url", address)
                .put("repository", Environment.repository(address).orElse(""))
                .put("refs", push.refs().isEmpty() ? checkedOut : push.refs())
                .put("force", push.force())
                .put("deletes", push.delete())
                .put("to_default", push.toDefault())
                .put("known_remote", push.knownRemote());
    }

    /// Whether anything in the call could make a remote's name, or an address, stand for another one.
    private boolean isLedElsewhere() {
        boolean set =
                facts.effects(Effect.Git.class)
                        .map(Effect.Git::action)
                        .anyMatch(action ->
                                action instanceof GitAction.Repoint
                                        || action instanceof GitAction.Config);
        return set
                || facts.call() instanceof ToolCall.Shell(var command, _)
                        && (command.contains("GIT_") || command.contains("HOME="));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }
}
