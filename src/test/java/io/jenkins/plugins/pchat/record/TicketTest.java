package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicketTest {

    @Test
    void isATableInColumnsOfBlanks() {
        FailbackRecord record = Records.begun()
                .with(Records.dryRun(Procedure.CLEAR, 1))
                .with(Records.clear(60))
                .with(Records.backup(100))
                .with(Records.entry("pchatRestoreDb", 200)
                        .failed("[SQL] The share\tis full.\nNext: make room", Records.at(201)))
                .with(List.of(Records.yes("Do step 1", 10, 50), Records.yes("Do step 3", 70, 90)))
                .closed("FAILURE", Records.at(3600), "");

        assertEquals("""
                Persistent Chat failback, failback #7
                2 of 7 steps done; step 4 (Restore the database) failed. FAILURE
                From 2026-11-22 22:00:00 to 2026-11-22 23:00:00, Europe/Berlin (+01:00)
                Started by user Ada

                Step  What                      Where                     Approved by, at  Started   Duration  Changed  State
                1     Clear the active servers  lyncpc.dci.discovery.com  ada, 22:00:50    22:01:00  1.0 s     yes      cleared
                3     Back up the database      SQLB\\RTC                  ada, 22:01:30    22:01:40  11 s      yes      BACKED_UP
                      \\\\nas\\pchat\\mgc_failback.bak, 100 MB, 10 MB/s
                4     Restore the database      -                         -                22:03:20  1.0 s     -        failed
                      [SQL] The share is full.

                Active servers of lyncpc.dci.discovery.com before: chatb1.dcb.discovery.com, chatb2.dcb.discovery.com
                """, Records.page(record).ticket());
    }

    @Test
    void whatHasNoEndYetSaysSo() {
        String ticket =
                Records.page(Records.begun().with(Records.logShipping(1))).ticket();

        assertTrue(ticket.contains("still running"), ticket);
        assertTrue(ticket.contains("running\n"), ticket);
    }

    @Test
    void whatIsLeftForAPersonIsNamed() {
        String ticket = Records.page(Records.begun().with(Records.verified(10))).ticket();

        assertTrue(ticket.contains("-     Verify the failback  "), ticket);
        assertTrue(ticket.contains("\nLeft to do by a person:\n- Mirror <it>\n- Watch it\n"), ticket);
    }
}
