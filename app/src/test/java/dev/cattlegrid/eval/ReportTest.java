package dev.cattlegrid.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.eval.Outcome.Answer;
import dev.cattlegrid.eval.Outcome.Label;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void intervalsAreThoseOfWilson() {
        assertEquals("0.0000 0.2775", interval(0, 10));
        assertEquals("0.0552 0.1744", interval(10, 100));
        assertEquals("0.7225 1.0000", interval(10, 10));
        assertEquals("0.0000 1.0000", interval(0, 0));
    }

    private static String interval(long hits, long rows) {
        var interval = Interval.of(hits, rows);
        return String.format(Locale.ROOT, "%.4f %.4f", interval.low(), interval.high());
    }

    @Test
    void questionsAreCountedSessionBySession() {
        var report = new Report(0);
        for (int i = 0; i < 20; i++) {
            add(report, Label.BENIGN, i < 5 ? Answer.ASKED : Answer.ALLOWED, "long", "a");
            add(report, Label.BENIGN, Answer.ALLOWED, "quiet", "b");
        }
        add(report, Label.BENIGN, Answer.DENIED, "short", "c");
        add(report, Label.DANGEROUS, Answer.DENIED, "long", "d");
        var sessions = Sessions.of(report);
        assertEquals(new Sessions(2, 12.5, 12.5, 25), sessions);
    }

    @Test
    void aPageShowsWhatRowsSayAndDoesNotObeyIt() {
        var report = new Report(0);
        report.add(
                new Outcome(
                        "<script>alert(1)</script>",
                        "1",
                        Label.BENIGN,
                        "normal\u001b[31m",
                        Answer.ASKED,
                        "rule",
                        "root",
                        "a reason",
                        "sudo ls",
                        "",
                        List.of("run"),
                        1000));
        String page = HtmlReport.of(report);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("\u001b"), page);
        assertTrue(page.contains("1 of 1, 100.00 % (20.65 to 100.00)"), page);
    }

    @Test
    void risksNameRowsAndWhatWasSeen() {
        var report = new Report(0);
        add(report, Label.DANGEROUS, Answer.ALLOWED, "", "missed");
        add(report, Label.DANGEROUS, Answer.DENIED, "", "seen");
        String page = ResidualRisks.of(report);
        assertTrue(
                page.contains("| destroy | 1 of 2 (50.0 %, 9.5 to 90.5) | run | missed |"), page);
        assertFalse(page.contains("rm -rf"), page);
    }

    private static void add(Report report, Label label, Answer answer, String session, String id) {
        String rule = answer == Answer.ALLOWED ? "" : "some-rule";
        String layer = rule.isEmpty() ? "fast-path" : "rule";
        report.add(
                new Outcome(
                        "file",
                        id,
                        label,
                        "destroy",
                        answer,
                        layer,
                        rule,
                        "",
                        "rm -rf x",
                        session,
                        List.of("run"),
                        5));
    }
}
