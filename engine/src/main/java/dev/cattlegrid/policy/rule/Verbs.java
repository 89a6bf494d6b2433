package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Questions about requests and addresses that several rules ask.
final class Verbs {
    private static final List<String> DESTROYING =
            List.of(
                    "delete",
                    "destroy",
                    "drop",
                    "purge",
                    "truncate",
                    "flush",
                    "wipe",
                    "reset",
                    "shutdown",
                    "terminate",
                    "_close",
                    "remove");

    private Verbs() {}

    /// Whether a verb asks for something and changes nothing at the other end.
    static boolean onlyAsks(String verb) {
        return switch (verb.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "LOOKUP", "PING", "FETCH", "CONNECT", "RESOLVE" -> true;
            default -> false;
        };
    }

    /// What a body says that empties a store: statements, commands of caches, jobs of search engines.
    private static final Pattern EMPTIES =
            Pattern.compile(
                    "\\b(?:drop|truncate)[ +]+(?:table|database|schema|keyspace|index|collection|measurement|series"
                            + "|bucket|user|role|view|all)\\b|\\bdelete[ +]+from\\b|\\bflush_?(?:all|db)\\b"
                            + "|\"delete_?(?:all|many)\"");

    /// What an address asks for that takes something away, whatever the verb: `action=UNLOAD`, `q=DROP ...`.
    private static final Pattern TAKES_AWAY =
            Pattern.compile(
                    "[?&](?:action|command|cmd|op)=(?:delete|unload|drop|remove|destroy|purge|flush)"
                            + "|[?&](?:q|query|sql|stream\\.body)=[^&]*(?:drop|truncate|delete)(?:[ +]|%20)+"
                            + "(?:table|database|schema|keyspace|index|measurement|series|from|user)"
                            + "|[?&]delete(?:index|datadir|instancedir)=true");

    /// Ports at which databases and caches take statements: ClickHouse, InfluxDB, Elasticsearch, memcached, Redis,
    /// Neo4j, CouchDB, ArangoDB, Solr.
    private static final Set<Integer> STORES =
            Set.of(8123, 8086, 9200, 11211, 6379, 7474, 5984, 8529, 8983);

    /// Loopback ports at which whoever asks controls containers, a cluster or its store: Docker, kubelet, the API of
    /// Kubernetes and its proxy, Nomad, Consul, Vault, etcd.
    private static final Set<Integer> CONTROLS =
            Set.of(2375, 2376, 10250, 6443, 16443, 8001, 4646, 8500, 8200, 2379);

    private static boolean empties(String body) {
        return EMPTIES.matcher(body.toLowerCase(Locale.ROOT)).find();
    }

    /// Whether a request changes what an engine or a cluster on this machine runs.
    static boolean controls(Effect.Send send) {
        return !onlyAsks(send.verb()) && CONTROLS.contains(send.to().port());
    }

    /// Whether a request destroys something at the other end, as far as its verb, address and body tell.
    static boolean destroys(Effect.Send send) {
        if (send.verb().equalsIgnoreCase("DELETE")) {
            return true;
        }
        String url = send.to().url().toLowerCase(Locale.ROOT);
        if (TAKES_AWAY.matcher(url).find()) {
            return true;
        }
        boolean store = STORES.contains(send.to().port());
        if (store && send.data().text().filter(Verbs::empties).isPresent()) {
            return true;
        }
        if (onlyAsks(send.verb())) {
            return false;
        }
        for (String word : DESTROYING) {
            if (url.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a request carries a file from outside the project and scratch.
    static boolean carriesForeign(Effect.Send send) {
        return !onlyAsks(send.verb())
                && send.data().sources().stream()
                        .anyMatch(source ->
                                source instanceof Source.File(var place)
                                        && !Wheres.isOwn(place)
                                        && !place.is(Standing.SINK));
    }

    static boolean isLoopback(String address) {
        return address.equals("localhost")
                || address.startsWith("localhost:")
                || address.equals("::1")
                || address.startsWith("[::1]")
                || address.startsWith("127.");
    }
}
