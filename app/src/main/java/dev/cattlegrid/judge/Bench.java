package dev.cattlegrid.judge;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.model.Breaker;
import dev.cattlegrid.model.Model;
import dev.cattlegrid.model.Models;
import dev.cattlegrid.model.Provider;
import dev.cattlegrid.policy.Consulted;
import dev.cattlegrid.policy.DecisionKey;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Ruling;
import dev.cattlegrid.policy.Sections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Where judges sit: what lasts from one question to the next. Opinions that were given, whether the provider answers
/// these days, the connection to it, and who asks at the same time.
public final class Bench {
    /// How long the first of several questions waits for the others; a model takes many times that.
    private static final Duration MOMENT = Duration.ofMillis(40);

    /// All questions of one payload have to be over by then, below what a decision may take.
    private static final Duration LAST = Duration.ofSeconds(19);

    /// Kept until somebody wants to see them.
    private static final int MOST_PROMPTS = 1_000;

    private static final String PROMPTS = "prompts";

    private final Memo memo;
    private final Drawer sent;
    private final Drawer looks;
    private final Gathering gathering;
    private final Map<Terms, Seat> seats = new ConcurrentHashMap<>();
    private final Set<Provider> loaded = new HashSet<>();

    private Bench(Store store, Duration moment) {
        memo = new Memo(store);
        sent = new Drawer(store, PROMPTS, MOST_PROMPTS);
        looks = new Drawer(store, "looks", MOST_PROMPTS);
        gathering = new Gathering(moment);
    }

    /// For a process that answers many at once.
    public static Bench resident(Store store) {
        return resident(store, MOMENT);
    }

    /// @param moment that the first of several questions waits for the others
    public static Bench resident(Store store, Duration moment) {
        return new Bench(store, moment);
    }

    /// For a process that answers one call after the other.
    public static Bench single(Store store) {
        return new Bench(store, Duration.ZERO);
    }

    /// What was sent to a model, as JSON: `{"sent": [{"system", "material", "task"}]}`; nothing where it is no longer kept.
    public static Optional<String> sent(Store store, String prompt) {
        return new Drawer(store, PROMPTS, MOST_PROMPTS).get(prompt);
    }

    /// A provider under its terms, and how it fares.
    private record Seat(Breaker breaker, AtomicReference<Optional<Model>> model) {
        Seat() {
            this(new Breaker(), new AtomicReference<>(Optional.empty()));
        }
    }

    /// Loads what speaks to the provider, once; whoever asks meanwhile waits for it.
    public void loadAhead(Terms terms) {
        synchronized (loaded) {
            if (loaded.add(terms.connection().provider())) {
                Models.loadAhead(terms.connection());
            }
        }
    }

    /// A judge for one payload or command. Nothing of a provider is loaded before the first question, unless somebody had it
    /// loaded ahead; its time begins once it is loaded.
    ///
    /// @param sections the rules in words, read when there is a question
    public Judge judge(Terms terms, Supplier<Sections> sections, Terms.Setting setting) {
        long last = System.nanoTime() + LAST.toNanos();
        Map<String, Opinion> known = new ConcurrentHashMap<>();
        return question -> opinion(question, terms, sections.get(), setting, last, known);
    }

    /// Somebody who looks at results under these terms.
    public SecondLook secondLook(Terms terms, Terms.Setting setting) {
        return (tool, pieces) -> {
            loadAhead(terms);
            Seat seat = seats.computeIfAbsent(terms, _ -> new Seat());
            long end = System.nanoTime() + terms.stage().toNanos();
            return switch (open(seat, terms, setting)) {
                case Models.Opened.Bad(var why) ->
                        new SecondLook.Seen(
                                SecondLook.Answer.NONE,
                                Consulted.failing(terms.connection().model(), why));
                case Models.Opened.Of(var model) -> {
                    var asker = new Asker(model, seat.breaker(), terms.stage(), end);
                    var look = new ResultLook(asker, terms, looks, sent);
                    yield look.remembered(look.key(pieces)).orElseGet(() -> look.at(tool, pieces));
                }
            };
        };
    }

    private Opinion opinion(
            Ruling.Question question,
            Terms terms,
            Sections sections,
            Terms.Setting setting,
            long last,
            Map<String, Opinion> known) {
        String key = key(question, terms, sections);
        Opinion before = known.get(key);
        if (before != null) {
            return before;
        }
        Opinion opinion =
                memo.of(key, terms.connection().model())
                        .orElseGet(() ->
                                fresh(Case.of(key, question), terms, sections, setting, last));
        known.put(key, opinion);
        return opinion;
    }

    private Opinion fresh(
            Case one, Terms terms, Sections sections, Terms.Setting setting, long last) {
        Origin origin = one.question().facts().call().origin();
        Map<String, String> instructions =
                setting.looking() ? ProjectTexts.of(origin.directory()) : Map.of();
        loadAhead(terms);
        Seat seat = seats.computeIfAbsent(terms, _ -> new Seat());
        Models.Opened opened = open(seat, terms, setting);
        long now = System.nanoTime();
        long looks = terms.stage().multipliedBy(2).plus(MOMENT).toNanos();
        long end = now + Math.min(looks, last - now);
        return switch (opened) {
            case Models.Opened.Bad(var why) ->
                    new Opinion.Absent(
                            Opinion.UNAVAILABLE,
                            why,
                            Consulted.failing(terms.connection().model(), why));
            case Models.Opened.Of(var model) ->
                    gathering.ask(
                            String.join("\0", origin.host(), origin.session(), origin.directory()),
                            one,
                            Duration.ofNanos(Math.max(0, end - now)),
                            cases -> heard(cases, model, seat, terms, sections, instructions, end));
        };
    }

    /// Opened once; a key that cannot be had now may be had the next time.
    private static Models.Opened open(Seat seat, Terms terms, Terms.Setting setting) {
        synchronized (seat) {
            Optional<Model> there = Objects.requireNonNull(seat.model().get());
            if (there.isPresent()) {
                return new Models.Opened.Of(there.get());
            }
            Models.Opened opened =
                    Models.open(terms.connection(), setting.environment(), terms.stage());
            if (opened instanceof Models.Opened.Of(var model)) {
                seat.model().set(Optional.of(model));
            }
            return opened;
        }
    }

    private Map<String, Opinion> heard(
            List<Case> cases,
            Model model,
            Seat seat,
            Terms terms,
            Sections sections,
            Map<String, String> instructions,
            long end) {
        Map<String, Opinion> opinions =
                new Hearing(
                                new Asker(model, seat.breaker(), terms.stage(), end),
                                terms,
                                sections,
                                sent)
                        .of(cases, instructions);
        boolean away = true;
        for (Case each : cases) {
            if (opinions.get(each.id()) instanceof Opinion.Given given) {
                memo.keep(each.key(), given);
                away = false;
            }
        }
        if (away) {
            // A key that was changed is read again.
            seat.model().set(Optional.empty());
        }
        return opinions;
    }

    /// The same for the same question: what the call does, what the rules say of it, what the person wrote, and who is
    /// asked in which words.
    private static String key(Ruling.Question question, Terms terms, Sections sections) {
        var texts = new ArrayList<String>();
        texts.add(Words.version());
        texts.addAll(terms.identity());
        for (List<String> section :
                List.of(
                        sections.environment(),
                        sections.allow(),
                        sections.softDeny(),
                        sections.hardDeny())) {
            texts.add(Words.hash(section));
        }
        var facts = question.facts();
        texts.add(DecisionKey.of(List.of(facts.call()), facts.steps()).text());
        for (Finding finding : question.findings()) {
            texts.add(finding.strength() + " " + finding.rule() + " " + finding.reason());
        }
        texts.addAll(question.open());
        facts.flows().forEach(flow -> texts.add(Typed.of(flow)));
        texts.addAll(facts.ledger().story().messages());
        facts.ledger().wishes().limits().forEach(limit -> texts.add(limit.boundary().words()));
        return Words.hash(texts);
    }
}
