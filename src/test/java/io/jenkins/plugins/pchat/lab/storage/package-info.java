/** The disks and shares of the data centres, by the paths that Windows uses. */
package io.jenkins.plugins.pchat.lab.storage;
