package io.jenkins.plugins.pchat.lab.server.model;

import java.util.UUID;

/**
 * A database mirroring session as one of its partners sees it.
 *
 * @param principal the role, 1 PRINCIPAL or 2 MIRROR
 * @param partnerAddress {@code TCP://sqlbm.dcb.discovery.com:5022}
 * @param witness the witness's address, null without one
 * @param failingOver whether the roles are being switched
 */
public record Mirroring(
        UUID session,
        boolean principal,
        String partnerAddress,
        String partnerInstance,
        String witness,
        boolean failingOver) {

    public Mirroring(UUID session, boolean principal, String partnerAddress, String partnerInstance, String witness) {
        this(session, principal, partnerAddress, partnerInstance, witness, false);
    }
}
