/** The Lync / Skype for Business management shell: typed cmdlets, the fixed script, its answers. */
package io.jenkins.plugins.pchat.engine.shell;
