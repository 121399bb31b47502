/**
 * SQL Server Agent, its jobs and schedules in {@code msdb}, and log shipping: procedures, tables, and what the jobs do.
 */
package io.jenkins.plugins.pchat.lab.agent;
