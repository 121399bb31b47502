package io.jenkins.plugins.pchat.engine.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.check.Finding;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.FailedBack;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The topology against the servers that were named, the sessions of the chat servers, and what is left where nothing of it applies. */
class TopologyChecksTest {

    private static final Failure AWAY = Failure.of(Failure.Code.CONNECT, "it is away");

    private final Map<String, String> stores = new LinkedHashMap<>(Map.of(
            "PersistentChatDatabase", "PersistentChatDatabase:sqla.example.com",
            "BackupPersistentChatDatabase", "PersistentChatDatabase:SQLB.example.com"));
    private final Map<String, String> instances = new LinkedHashMap<>();
    private List<String> hosts = List.of("CHATA1", "chata2.example.com", "ADMIN");

    private static Verify.Request request() {
        return new Verify.Request(
                "pool.example.com",
                List.of("chata1.example.com", "chata2.example.com"),
                new ConfigureLogShipping.Request(
                        SqlTarget.of("sqla\\RTC"),
                        SqlTarget.of("sqlb.example.com"),
                        null,
                        "\\\\nas\\pchat",
                        "D:\\LogShipping",
                        null,
                        null,
                        null),
                true);
    }

    private VerifyState state() {
        PoolState pool = new PoolState(
                "pool.example.com",
                "PersistentChatServer:pool.example.com",
                "6",
                request().servers(),
                request().servers(),
                List.of(),
                "PersistentChatServer:pool.example.com",
                "Normal",
                stores,
                instances,
                List.of(),
                List.of());
        FailedBack servers = new FailedBack(
                request().shipping(),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                Reading.of(hosts),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                Reading.failed(AWAY),
                null);
        return new VerifyState(request(), Reading.of(pool), servers, true);
    }

    private Map<String, Finding> found() {
        Map<String, Finding> found = new LinkedHashMap<>();
        VerifyState state = state();
        new TopologyChecks(request())
                .all().stream().map(check -> check.make(state)).forEach(finding -> found.put(finding.id(), finding));
        return found;
    }

    @Test
    void storesAndSessionsOfTheServersThatWereNamedAreFine() {
        found().values().forEach(finding -> assertEquals(Finding.Result.OK, finding.result(), finding.toString()));
    }

    @Test
    void aPoolThatUsesAnotherPrimaryIsNotWhatWasPromised() {
        stores.put("PersistentChatDatabase", "PersistentChatDatabase:sqlold.example.com");
        Finding finding = found().get("primary-in-topology");
        assertEquals(Finding.Result.BLOCK, finding.result());
        assertTrue(finding.evidence().contains("PersistentChatDatabase:sqlold.example.com"), finding.evidence());
    }

    @Test
    void aPoolWithoutABackupStoreIsTold() {
        stores.remove("BackupPersistentChatDatabase");
        assertEquals(Finding.Result.BLOCK, found().get("backup-in-topology").result());
    }

    @Test
    void aServerThatIsNotConnectedIsNamed() {
        hosts = List.of("CHATA1", "ADMIN");
        Finding finding = found().get("chat-servers-connected");
        assertEquals(Finding.Result.WARN, finding.result());
        assertTrue(
                finding.evidence().contains("no session in mgc: chata2.example.com. Sessions come from CHATA1, ADMIN"));
        hosts = List.of();
        assertTrue(found().get("chat-servers-connected").evidence().contains("Sessions come from nowhere"));
    }

    @Test
    void whereThereIsNoMirrorNothingIsSaidOfOne() {
        String tasks = state().leftToDo().toString();
        assertFalse(tasks.toLowerCase(Locale.ROOT).contains("mirror"), tasks);
        assertFalse(tasks.contains("Remove-Item"), tasks);
        assertEquals(2, state().leftToDo().size(), tasks);
        stores.put("MirrorPersistentChatDatabase", "PersistentChatDatabase:sqlam.example.com");
        assertEquals(5, state().leftToDo().size());
        assertTrue(
                state().leftToDo().toString().contains("-- On sqlam.example.com\\RTC, in master:"), "as the primary");
        instances.put("PersistentChatDatabase:sqlam.example.com", "MIRROR");
        assertTrue(state().leftToDo().toString().contains("-- On sqlam.example.com\\MIRROR, in master:"));
        instances.put("PersistentChatDatabase:sqlam.example.com", "");
        assertTrue(state().leftToDo().toString().contains("-- On sqlam.example.com, in master:"));
    }

    @Test
    void valuesThatCantBeMeantAreRefused() {
        ConfigureLogShipping.Request shipping = request().shipping();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Verify.Request("pool", List.of("a.b.example"), shipping, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Verify.Request("pool.example.com", List.of(), shipping, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Verify.Request("pool.example.com", List.of("a.b.example"), null, true));
    }
}
