package dev.cattlegrid.effect.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.effect.Endpoint.Scope;
import dev.cattlegrid.effect.Value;
import org.junit.jupiter.api.Test;

final class EndpointsTest {
    @Test
    void theHostIsWhatTheClientWouldAsk() {
        assertEquals(
                "paste.test", Endpoints.of("https://user:pw@Paste.test:8443/x?y", "http").host());
        assertEquals(8443, Endpoints.of("https://user:pw@Paste.test:8443/x?y", "http").port());
        assertEquals("evil.test", Endpoints.of("https://good.test@evil.test/", "http").host());
        assertEquals("::1", Endpoints.of("http://[::1]:80/", "http").host());
        assertEquals("db.test", Endpoints.of("db.test:5432", "tcp").host());
        assertEquals("", Endpoints.of("/run/docker.sock", "unix").host());
    }

    @Test
    void anAddressIsOneInEverySpelling() {
        assertEquals(Scope.LOOPBACK, Endpoints.scope("2130706433"));
        assertEquals(Scope.LOOPBACK, Endpoints.scope("0x7f.1"));
        assertEquals(Scope.METADATA, Endpoints.scope("169.254.169.254"));
        assertEquals(Scope.METADATA, Endpoints.scope("::ffff:169.254.169.254"));
        assertEquals(Scope.METADATA, Endpoints.scope("2852039166"));
        assertEquals(Scope.PRIVATE, Endpoints.scope("172.20.1.1"));
        assertEquals(Scope.REMOTE, Endpoints.scope("172.32.1.1"));
        assertEquals(Scope.REMOTE, Endpoints.scope("localhost.evil.test"));
    }

    @Test
    void aHostThatMayGoOnIsNotKnown() {
        assertEquals(
                "", Endpoints.of(new Value.Partial("https://good.test", "", "x"), "http").host());
        assertEquals(
                "good.test",
                Endpoints.of(new Value.Partial("https://good.test/a?", "", "x"), "http").host());
    }
}
