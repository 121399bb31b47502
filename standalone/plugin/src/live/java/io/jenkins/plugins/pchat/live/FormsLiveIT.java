package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The steps' forms in the Snippet Generator, filled in as a person does. */
@Live
class FormsLiveIT {

    private static Browser browser;

    @BeforeAll
    static void opensTheBrowser(LiveJenkins jenkins) throws Exception {
        FailbackJob.create(jenkins, "forms", Map.of());
        browser = Browser.openOrSkip(jenkins, Person.ADMIN);
    }

    @AfterAll
    static void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theFormOfTheBackupWritesWhatAPipelineNeeds() throws Exception {
        open("pchatBackupDb");
        fill("instance", "sqlb\\RTC");
        fill("share", "\\\\nas\\pchat");
        assertEquals("pchatBackupDb instance: 'sqlb\\\\RTC', share: '\\\\\\\\nas\\\\pchat'", generated());
        browser.pictures("form-backup");
    }

    @Test
    void theFormOfLogShippingWritesWhatAPipelineNeeds() throws Exception {
        open("pchatConfigureLogShipping");
        fill("primary", "sqla\\RTC");
        fill("secondary", "sqlb\\RTC");
        fill("share", "\\\\nas\\pchat");
        fill("copyDirectory", "D:\\LogShipping");
        assertEquals(
                "pchatConfigureLogShipping copyDirectory: 'D:\\\\LogShipping', primary: 'sqla\\\\RTC',"
                        + " secondary: 'sqlb\\\\RTC', share: '\\\\\\\\nas\\\\pchat'",
                generated());
        browser.pictures("form-log-shipping");
    }

    private static void open(String step) {
        browser.look("job/forms/pipeline-syntax/");
        Select steps = new Select(browser.find("select.dropdownList"));
        WebElement wanted = steps.getOptions().stream()
                .filter(option -> option.getText().startsWith(step + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not offered: " + texts(steps)));
        steps.selectByVisibleText(wanted.getText());
    }

    private static List<String> texts(Select steps) {
        return steps.getOptions().stream().map(WebElement::getText).toList();
    }

    private static void fill(String field, String value) {
        WebElement input = browser.find("[name='_." + field + "']");
        input.clear();
        input.sendKeys(value);
    }

    private static String generated() {
        // By the keyboard, for the button moves while a check of the form comes and goes.
        browser.find("#generatePipelineScript").sendKeys(Keys.ENTER);
        WebElement area = browser.driver().findElement(By.id("prototypeText"));
        return browser.waiting().until(page -> {
            String text = area.getDomProperty("value");
            return text == null || text.isBlank() ? null : text.trim();
        });
    }
}
