/** The operations on the Persistent Chat pool, through the management shell. */
package io.jenkins.plugins.pchat.engine.pool;
