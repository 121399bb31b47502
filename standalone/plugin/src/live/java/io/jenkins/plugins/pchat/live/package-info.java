/** The live test: the packed plugin in a real Jenkins with a real agent, against the lab, looked at with a real browser. */
package io.jenkins.plugins.pchat.live;
