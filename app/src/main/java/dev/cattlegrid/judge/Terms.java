package dev.cattlegrid.judge;

import dev.cattlegrid.model.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// On what terms a model is asked: what the user's settings say of the judge.
///
/// @param stage how long each of the two looks may take
/// @param budget tokens of the session that may be sent at most, estimated; the rules in words come on top
/// @param results whether it is also shown what tools gave back, where the probe has doubts
public record Terms(Connection connection, Duration stage, int budget, boolean results) {
    public static final Duration USUAL_STAGE = Duration.ofSeconds(8);

    /// Two of them have to fit into what a decision may take, and that into what hosts wait.
    public static final Duration LONGEST_STAGE = Duration.ofSeconds(9);

    public static final int USUAL_BUDGET = 8_000;
    public static final int LEAST_BUDGET = 1_000;
    public static final int LARGEST_BUDGET = 100_000;

    public Terms(Connection connection) {
        this(connection, USUAL_STAGE, USUAL_BUDGET);
    }

    public Terms(Connection connection, Duration stage, int budget) {
        this(connection, stage, budget, false);
    }

    /// Where a call is judged.
    ///
    /// @param environment in which the key may be found; empty in a hook
    /// @param looking whether files of the project may be read, for what they tell an agent
    public record Setting(Map<String, String> environment, boolean looking) {
        public static final Setting IN_A_HOOK = new Setting(Map.of(), true);
    }

    /// By what opinions are told apart: another model is another judge.
    List<String> identity() {
        return List.of(connection.provider().text(), connection.model());
    }
}
