/** Tests of the build itself: that its two sets of POMs agree, and that what it packs is what a Jenkins can install. */
package io.jenkins.plugins.pchat.packaging;
