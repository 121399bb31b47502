package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of a build's record, as it is seen: light and dark, on a desk and on a phone. */
@Live
class RecordPageLiveIT {

    /** What opens to the step whose title has these words; the first one with them was executed, those below were dry runs. */
    private static final String STEP = "//details[contains(@class, 'pchat-operation')][summary[contains(., '%s')]]";

    private final LiveJenkins jenkins;
    private final String page;
    private Browser browser;

    RecordPageLiveIT(LiveJenkins jenkins, Failback failback) {
        this.jenkins = jenkins;
        this.page = failback.first().path() + "pchat-failback/";
    }

    @BeforeEach
    void opensTheBrowser() throws Exception {
        browser = Browser.openOrSkip(jenkins, Person.ADMIN);
        browser.look(page);
    }

    @AfterEach
    void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void itFitsADesktop() throws Exception {
        browser.pictures("record-desktop");
        assertTrue(browser.overflow() <= 0, "it is " + browser.overflow() + " pixels too wide");
    }

    @Test
    void itFitsAPhone() throws Exception {
        browser.phone();
        browser.look(page);
        browser.pictures("record-phone");
        assertTrue(browser.overflow() <= 0, "it is " + browser.overflow() + " pixels too wide");
    }

    @Test
    void itOpensToWhatWasExecuted() throws Exception {
        WebElement step = browser.driver().findElement(By.xpath(STEP.formatted("Back up mgc")));
        assertFalse(step.getText().contains("BACKUP DATABASE"), step::getText);
        step.findElement(By.tagName("summary")).click();
        step.findElements(By.cssSelector(":scope details > summary")).forEach(WebElement::click);
        assertTrue(step.getText().contains("BACKUP DATABASE [mgc] TO DISK"), step::getText);
        browser.pictures("record-open");
    }
}
