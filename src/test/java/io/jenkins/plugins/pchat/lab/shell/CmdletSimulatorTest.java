package io.jenkins.plugins.pchat.lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CmdletSimulatorTest {

    private static final String ID = "Identity:{text:'PersistentChatServer:lyncpc.dci.discovery.com'}";
    private static final String ACTIVE = "Set-CsPersistentChatActiveServer";
    private static final String STATE = "Set-CsPersistentChatState";
    private static final String A1 = "chata1.dci.discovery.com";
    private static final String B1 = "chatb1.dcb.discovery.com";
    private static final String B2 = "chatb2.dcb.discovery.com";

    private final Faults faults = new Faults(new Journal());
    private final Topology topology = Topology.afterFailover(Topology.SFB_2015, Duration.ZERO, faults);

    @AfterEach
    void close() {
        topology.close();
    }

    private List<Map<String, Object>> run(String name, String parameters) throws CmdletError {
        return new CmdletSimulator(topology, faults).run(new CmdletCall(name, new JSONObject("{" + parameters + "}")));
    }

    private CmdletError error(String name, String parameters) {
        return assertThrows(CmdletError.class, () -> run(name, parameters));
    }

    @Test
    void listsTheActiveServersWithTheService() throws CmdletError {
        Map<String, Object> service =
                run("Get-CsService", "PersistentChatServer:{flag:true}").get(0);
        assertEquals("PersistentChatServer:lyncpc.dci.discovery.com", service.get("Identity"));
        assertEquals(List.of(B1, B2), service.get("ActiveServers"));
        assertEquals(7, service.get("Version"));
        assertEquals("PersistentChatDatabase:sqlb.dcb.discovery.com", service.get("BackupPersistentChatDatabase"));
        assertEquals(
                List.of(), run("Get-CsService", "PersistentChatServer:{flag:true},PoolFqdn:{text:'x.example.com'}"));
    }

    @Test
    void modifiesTheListInEachDocumentedWay() throws CmdletError {
        run(ACTIVE, ID + ",ActiveServers:{modify:{Add:['" + A1 + "']}},Confirm:{flag:false}");
        assertEquals(List.of(B1, B2, A1), topology.configuration().active());
        run(ACTIVE, ID + ",ActiveServers:{modify:{Remove:['" + B1 + "']}}");
        assertEquals(List.of(B2, A1), topology.configuration().active());
        run(ACTIVE, ID + ",ActiveServers:{modify:{Replace:['" + B1 + "']}}");
        assertEquals(List.of(B1), topology.configuration().active());
        run(ACTIVE, "Identity:{text:'global'},ActiveServers:{null:true}");
        assertEquals(List.of(), topology.configuration().active());
    }

    @Test
    void refusesAServerOfAnotherPool() {
        assertEquals(
                "InvalidOperation",
                error(ACTIVE, ID + ",ActiveServers:{modify:{Add:['x.example.com']}}")
                        .category());
        assertEquals(
                "InvalidArgument",
                error(ACTIVE, ID + ",ActiveServers:{modify:{Add:['x']}}").category());
        assertEquals(
                "InvalidArgument",
                error(ACTIVE, ID + ",ActiveServers:{modify:{Append:['" + A1 + "']}}")
                        .category());
        assertEquals("InvalidArgument", error(ACTIVE, ID).category());
    }

    @Test
    void setsTheStateUnderTheDocumentedSpellings() throws CmdletError {
        run(STATE, ID + ",PoolState:{text:'Normal'},Confirm:{flag:false}");
        assertEquals(Topology.NORMAL, topology.configuration().state());
        run(STATE, "Identity:{text:'service:lyncpc.dci.discovery.com'},PoolState:{text:'FailedOver'}");
        assertEquals(Topology.FAILED_OVER, topology.configuration().state());
    }

    @Test
    void refusesAnUnknownPoolStateOrParameter() {
        assertEquals(
                "ObjectNotFound",
                error(STATE, "Identity:{text:'service:x.example.com'}").category());
        assertEquals(
                "ObjectNotFound",
                error(STATE, "Identity:{text:'service: lyncpc.dci.discovery.com'}")
                        .category());
        assertEquals(
                "InvalidArgument",
                error(STATE, ID + ",PoolState:{text:'Broken'}").category());
        assertEquals(
                "NamedParameterNotFound," + STATE,
                error(STATE, ID + ",State:{text:'Normal'}").id());
        assertEquals(
                "ObjectNotFound",
                error("Get-CsPool", "Identity:{text:'x.example.com'}").category());
        assertEquals(Topology.FAILED_OVER, topology.configuration().state());
    }

    @Test
    void saysWhatItDoesNotSimulate() {
        assertEquals("NotImplemented", error("Get-CsService", "").category());
        assertEquals("CommandNotFoundException", error("Get-CsUser", "").id());
    }

    @Test
    void refusesTheSettersAloneWhenTheAccountHasNoRight() throws CmdletError {
        faults.arm(Fault.RBAC_REFUSED);
        assertEquals(
                "PermissionDenied",
                error(STATE, ID + ",PoolState:{text:'Normal'}").category());
        assertEquals(1, run("Get-CsPersistentChatState", "").size());
        assertEquals(Topology.FAILED_OVER, topology.configuration().state());
    }
}
