package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AgentServiceTest {

    @Test
    void aServiceThatIsStoppedIsNotTakenForOneThatRunsAsSomebodyElse() {
        assertEquals(
                "SQL Server Agent (DCI\\svc) does not run", new AgentService(false, "DCI\\svc", true, true).line());
        assertEquals("SQL Server Agent runs as DCI\\svc", new AgentService(true, "DCI\\svc", true, true).line());
        assertEquals("SQL Server Agent does not run", new AgentService(false, null, true, true).line());
    }
}
