/** The steps on a real Jenkins, and on an agent that is a process of its own, against the lab. */
package io.jenkins.plugins.pchat.step;
