package io.jenkins.plugins.pchat.engine.database;

/** An instance with its Agent, as guards of several operations look at it. */
interface ServerEnd {

    ServerIdentity server();

    AgentService agent();
}
