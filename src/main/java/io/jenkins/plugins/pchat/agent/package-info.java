/** What a step does on the agent: one call for SQL Server, one launched process for PowerShell. The controller only sends and waits. */
package io.jenkins.plugins.pchat.agent;
