package dev.cattlegrid.policy;

/// What asking a judge came to, for the record.
///
/// @param model that was asked; empty where none was
/// @param remembered whether the opinion is an earlier one on the same question
/// @param stage that the opinion is of: 1 the short look, 2 the reasoned one; 0 where there is none
/// @param calls of the model
/// @param promptTokens that were sent, those of the cache included
/// @param cachedTokens that the provider's cache had already
/// @param answerTokens that came back
/// @param millis from the question to the opinion
/// @param rule label of the rule that the judge names
/// @param words of the person that it rests on, as the judge quotes them
/// @param severity 0 to 100
/// @param prompt by which what was sent is found again; empty where nothing was
/// @param problem why there is no opinion, one lower-case sentence without a full stop; empty where there is one
public record Consulted(
        String model,
        boolean remembered,
        int stage,
        int calls,
        int promptTokens,
        int cachedTokens,
        int answerTokens,
        long millis,
        String rule,
        String words,
        int severity,
        String prompt,
        String problem) {
    /// Nobody was asked.
    public static final Consulted NOBODY =
            new Consulted("", false, 0, 0, 0, 0, 0, 0, "", "", 0, "", "");

    /// Somebody should have been asked, and nothing came of it.
    public static Consulted failing(String model, String problem) {
        return new Consulted(model, false, 0, 0, 0, 0, 0, 0, "", "", 0, "", problem);
    }

    public boolean isNobody() {
        return model.isEmpty();
    }

    /// Both together, where a host asks about several calls at once.
    public Consulted and(Consulted other) {
        if (isNobody() || other.isNobody()) {
            return isNobody() ? other : this;
        }
        return new Consulted(
                model,
                remembered && other.remembered,
                Math.max(stage, other.stage),
                calls + other.calls,
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                answerTokens + other.answerTokens,
                millis + other.millis,
                rule.isEmpty() ? other.rule : rule,
                words.isEmpty() ? other.words : words,
                Math.max(severity, other.severity),
                prompt.isEmpty() ? other.prompt : prompt,
                problem.isEmpty() ? other.problem : problem);
    }
}
