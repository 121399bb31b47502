/** Two simulated data centres in one JVM: SQL Server over its real wire protocol, the Lync shell, chat servers that write messages. */
package io.jenkins.plugins.pchat.lab;
