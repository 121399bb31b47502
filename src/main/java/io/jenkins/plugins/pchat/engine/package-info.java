/**
 * The shared logic of the failback. It knows SQL Server, the Lync / Skype for Business shell and the order of things; it knows nothing of
 * Jenkins.
 */
package io.jenkins.plugins.pchat.engine;
