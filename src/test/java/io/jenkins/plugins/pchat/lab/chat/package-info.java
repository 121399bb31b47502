/** The Persistent Chat servers of the pool, what they have written and been told is safe, and what became of it. */
package io.jenkins.plugins.pchat.lab.chat;
