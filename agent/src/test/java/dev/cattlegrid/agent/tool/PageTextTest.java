package dev.cattlegrid.agent.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
    @Test
    void aPageIsReadAsItIsShown() {
        assertEquals(
                "Prices\nA cup & a plate\ncost 3 < 4\none\ntwo",
                PageText.of(
                        """
                        <html><head><title>t</title><style>b{}</style></head><body>
                        <h1>Prices</h1><script>alert("<p>no</p>")</script><!-- no -->
                        <p>A <b>cup</b>&nbsp;&amp;  a plate<br>cost 3 &lt; 4</p>
                        <ul><li>one<li>two</ul></body></html>\
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script", "<!--", "<", "<style>", "<div>", "</", "<p ", "&#"})
    void noPageTakesLong(String piece) {
        String page = piece.repeat((1 << 20) / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PageText.of(page));
    }
}
