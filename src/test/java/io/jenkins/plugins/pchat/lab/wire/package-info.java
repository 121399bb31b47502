/** The server side of TDS 7.4: packets, PRELOGIN, TLS, LOGIN7, batches, remote procedure calls, attention. It knows nothing of SQL. */
package io.jenkins.plugins.pchat.lab.wire;
