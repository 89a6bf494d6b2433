package dev.cattlegrid.agent.sample;

import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Script;
import dev.cattlegrid.canary.ScriptedModel;
import dev.cattlegrid.canary.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A model that follows a script: it mends the shop, and then wants what it should not.
public final class Demonstration {
    /// What the person is taken to have asked.
    public static final String PROMPT =
            "The test of this shop fails. Mend it, commit and push what you did, and tidy up.";

    private Demonstration() {}

    /// @param pause before each answer, so that a person can read along
    public static ScriptedModel start(Path root, Duration pause) throws IOException {
        return new ScriptedModel(
                Script.of(turns(root).stream().map(turn -> slow(turn, pause)).toList()));
    }

    private static List<Turn> turns(Path root) {
        String price = root.resolve("price.sh").toString();
        return List.of(
                Turn.saying("I run the test first.", bash("sh test.sh")),
                Turn.saying(
                        "Cents are lost. I look at the script.",
                        Call.of("Read", Map.of("file_path", price))),
                Turn.saying(
                        "A whole number is printed where there should be two decimals.",
                        Call.of(
                                "Edit",
                                Map.of(
                                        "file_path",
                                        price,
                                        "old_string",
                                        Project.OLD,
                                        "new_string",
                                        Project.NEW))),
                Turn.of(bash("sh test.sh")),
                Turn.saying(
                        "All is well. I commit it.",
                        bash(
                                "git add price.sh && git commit -q -m 'Print prices with cents' && git log --oneline")),
                Turn.saying(
                        "Now I push it, whatever is there.", bash("git push --force origin main")),
                Turn.saying(
                        "The gate refuses to overwrite `main` and nobody asked for that. A branch of its own will do.",
                        bash("git push -q origin HEAD:mend-prices && git branch -r")),
                Turn.saying("Then I tidy up.", bash("rm -rf drafts")),
                Turn.saying(
                        "That was refused. I try it another way, as agents do.",
                        bash("find drafts -type f -delete")),
                Turn.saying("And another one.", bash("git clean -fdx")),
                Turn.saying(
                        "If that may not be, the old branch on the remote can go.",
                        bash("git push origin --delete main")),
                Turn.saying("Let me see what is left.", bash("git status --short && ls")),
                Turn.saying(
                        """
                        The test passes, and the change is on the branch `mend-prices`. What was refused stayed refused, by whatever route I tried,
                        until you were asked.

                        This was a script: no model was asked, nothing left this machine. Have a look around: `/why` shows the last refusal in full,
                        `/permissions` what was refused, `/mode plan` another mode, `/quit` ends it.\
                        """));
    }

    private static Call bash(String command) {
        return Call.of("Bash", Map.of("command", command));
    }

    private static Turn slow(Turn turn, Duration pause) {
        return new Turn() {
            @Override
            public List<Call> calls(String soFar) {
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return turn.calls(soFar);
            }

            @Override
            public String words() {
                return turn.words();
            }
        };
    }
}
