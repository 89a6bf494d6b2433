package dev.cattlegrid.session;

import dev.cattlegrid.ledger.Deed;
import dev.cattlegrid.policy.Grant;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A grant as it is kept: leave for an effect, with a scope, an end and a count.
///
/// @param id by which a person names it
/// @param call of the ticket that it came from
/// @param until when it ends
/// @param count how often it may be used; 0: as often as wanted
/// @param used how often it has been
/// @param signature of who gave it, over all but `used`
public record Granted(
        String id,
        String rule,
        Deed.Kind kind,
        String target,
        String call,
        Scope scope,
        Instant from,
        Instant until,
        int count,
        int used,
        String signature) {

    /// Where a grant counts.
    public sealed interface Scope {
        record Session(Sessions.Name name) implements Scope {}

        /// Below a directory.
        record Project(String directory) implements Scope {}

        record Anywhere() implements Scope {}

        /// In words, for showing.
        default String words() {
            return switch (this) {
                case Session(var name) -> "the session " + name.id() + " of " + name.host();
                case Project(var directory) -> directory;
                case Anywhere() -> "anywhere";
            };
        }

        default boolean holds(Sessions.Name session, String directory) {
            return switch (this) {
                case Session(var name) -> name.equals(session);
                case Project(var root) ->
                        directory.equals(root) || directory.startsWith(root + "/");
                case Anywhere() -> true;
            };
        }
    }

    public Grant grant() {
        return new Grant(id, rule, new Deed(kind, target, ""));
    }

    public boolean isLeft(Instant now) {
        return now.isBefore(until) && (count == 0 || used < count);
    }

    /// What it is leave for: `push origin main`.
    public String words() {
        return words(kind, target);
    }

    public static String words(Deed.Kind kind, String target) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + target;
    }

    String signed() {
        return String.join(
                "\n",
                "grant",
                id,
                rule,
                kind.name(),
                target,
                scope.toString(),
                from.toString(),
                until.toString(),
                Integer.toString(count));
    }

    Granted signed(String by) {
        return new Granted(id, rule, kind, target, call, scope, from, until, count, used, by);
    }

    /// The same under another id.
    public Granted named(String other) {
        return new Granted(
                other, rule, kind, target, call, scope, from, until, count, used, signature);
    }

    Granted usedOnce() {
        return new Granted(
                id, rule, kind, target, call, scope, from, until, count, used + 1, signature);
    }

    /// How often it can still be used, where that is counted.
    public Optional<Integer> left() {
        return count == 0 ? Optional.empty() : Optional.of(count - used);
    }
}
