/** What crosses to the agent, on the standalone build's signatures: a channel that serializes, processes that are real. */
package io.jenkins.plugins.pchat.agent;
