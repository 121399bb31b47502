package io.jenkins.plugins.pchat.config;

import java.util.List;

/** Pools for tests. */
public final class Pools {

    private Pools() {}

    /** A pool with its mandatory values and nothing else. */
    public static PchatPool named(String name) {
        return new PchatPool(
                name,
                "lyncpc.dci.discovery.com",
                "sqla.dci.discovery.com\\RTC",
                "sqlb.dcb.discovery.com\\RTC",
                "\\\\nas\\pchat",
                "D:\\LogShipping",
                List.of("chata1.dci.discovery.com", "chata2.dci.discovery.com"));
    }

    /** A pool with a value for everything. */
    public static PchatPool whole(String name) {
        PchatPool pool = named(name);
        pool.setAgent("win");
        pool.setSqlCredentialsId("sql-dr");
        pool.setShellUri("https://lyncpc.dci.discovery.com/OcsPowershell");
        pool.setShellCredentialsId("shell-dr");
        pool.setApprovers("dba, tester");
        pool.setEncrypt("strict");
        pool.setTrustServerCertificate(true);
        pool.setPrimaryHostNameInCertificate("a.example.com");
        pool.setBackupHostNameInCertificate("b.example.com");
        return pool;
    }

    /** Makes these the pools of this Jenkins, and no others. */
    public static void configure(PchatPool... pools) {
        PchatPools.get().setPools(List.of(pools));
    }
}
