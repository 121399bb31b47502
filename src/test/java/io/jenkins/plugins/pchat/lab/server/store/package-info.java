/** The table engine, and the rows that it holds: types, log, copies, restoring. */
package io.jenkins.plugins.pchat.lab.server.store;
