# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the page in headless Chromium without a network and uses it as a reader would."""
import json
import os
import pathlib
import shutil
import sys

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select


def browser():
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1600,1300", "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars",
        "--force-device-scale-factor=1",
    ):
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = shutil.which("chromedriver")
    service = webdriver.ChromeService(executable_path=driver) if driver else None
    return webdriver.Chrome(options=options, service=service)


class Reader:
    def __init__(self, driver, path):
        self.driver = driver
        self.path = path
        self.faults = []
        self.url = pathlib.Path(path).resolve().as_uri()

    def expect(self, condition, sentence):
        if not condition:
            self.faults.append(sentence)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def column(self, number):
        return [cell.text for cell in self.all(f"#city-table tbody td:nth-child({number})")]

    def language(self, name):
        self.one(f".languages button[data-lang={name}]").click()

    def read(self):
        self.driver.execute_cdp_cmd(
            "Page.addScriptToEvaluateOnNewDocument",
            {"source": "window.alert = () => { window.wasRun = true; };"
                       "addEventListener('securitypolicyviolation',"
                       " e => console.error('policy ' + e.violatedDirective));"})
        self.driver.get(self.url)
        if self.all("#city-table"):
            self.table()
            self.words()
            self.maps()
        elif self.all("main#simulation"):
            self.simulation()
        else:
            self.comparison()
        self.expect(not self.driver.execute_script("return window.wasRun"), "a name ran as script")
        self.quiet()

    def table(self):
        self.language("en")
        rows = len(self.all("#city-table tbody tr"))
        self.expect(rows > 0, "the table is empty")
        self.one("button[data-key=p80]").click()
        values = [float(v) for v in self.column(6) if v != "–"]
        self.expect(values == sorted(values), "the table is not sorted by P80")
        self.one("button[data-key=p80]").click()
        values = [float(v) for v in self.column(6) if v != "–"]
        self.expect(values == sorted(values, reverse=True), "the table is not sorted downwards")
        Select(self.one("#filter-status")).select_by_value("out")
        self.expect(set(self.column(4)) <= {"out"}, "the status filter lets others through")
        Select(self.one("#filter-status")).select_by_value("")
        name = self.column(1)[0]
        self.one("#filter-text").send_keys(name)
        self.expect(0 < len(self.all("#city-table tbody tr")) <= rows, "the search finds nothing")
        self.expect(name in self.column(1), f"the search does not find {name}")
        self.one("#filter-text").send_keys(Keys.CONTROL, "a")
        self.one("#filter-text").send_keys(Keys.DELETE)
        self.expect(len(self.all("#city-table tbody tr")) == rows, "the search does not end")

    def comparison(self):
        """The page of a comparison: one language at a time, every table headed, a map of differences."""
        for code, other in (("zh-CN", "en"), ("en", "zh-CN")):
            self.one(f"button[data-lang={code}]").click()
            shown = [h.text for h in self.all("h1") if h.is_displayed()]
            self.expect(len(shown) == 1 and shown[0], f"{code}: {len(shown)} titles are shown")
            self.expect(self.driver.title == (shown or [""])[0], f"{code}: the tab has another title")
            hidden = [e for e in self.all(f"main [lang={other}]") if e.is_displayed()]
            self.expect(not hidden, f"{code}: {len(hidden)} parts in {other} are shown")
        tables = [t for t in self.all("main table") if t.is_displayed()]
        self.expect(len(tables) > 3, "there are no tables")
        self.expect(all(t.find_elements(By.TAG_NAME, "th") for t in tables), "a table has no head")
        self.expect(bool(self.all("main svg path")), "there is no map")

    def simulation(self):
        """The page of a simulation: figures, charts, a week that the slider moves through."""
        self.expect(len(self.all(".card")) > 3, "there are no figures")
        self.expect(len(self.all("main table")) > 3, "there are too few tables")
        self.expect(bool(self.all("main svg.chart rect")), "there are no charts")
        circles = self.all("circle[data-spot]")
        if not circles:
            return
        radii = lambda: [c.get_dom_attribute("r") for c in circles]
        self.expect(self.one(".player").is_displayed(), "the week cannot be played")
        before, slider = radii(), self.one(".player input")
        hours = set()
        for key in (Keys.HOME, Keys.END, *[Keys.ARROW_LEFT] * 30):
            slider.send_keys(key)
            hours.add(self.one(".player output").text)
        self.expect(len(hours) > 20, "the slider does not name its hours")
        self.expect(radii() != before, "nothing moves over the week")
        button = self.one(".player button")
        word = button.text
        button.click()
        self.expect(button.text != word, "the button does not say that it plays")
        button.click()
        self.expect(button.text == word, "the week cannot be stopped")

    def words(self):
        english = self.one("#title").text
        self.language("zh")
        self.expect(self.one("#title").text != english, "the title does not change its language")
        self.expect(
            self.driver.execute_script("return document.documentElement.lang") == "zh-CN",
            "the page does not say that it is Chinese")
        self.language("en")

    def maps(self):
        views = [b.get_dom_attribute("data-view") for b in self.all("#views button")]
        for view in views:
            self.one(f"#views button[data-view={view}]").click()
            pins = self.all(f"#map-{view} .pin[data-city]")
            self.expect(bool(pins), f"{view}: no city")
            if not pins:
                continue
            self.driver.execute_script("document.getElementById('maps').scrollIntoView()")
            pin = self.driver.execute_script(
                "return [...document.querySelectorAll(arguments[0])].find(pin => {"
                "const box = pin.getBoundingClientRect();"
                "const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);"
                "return hit && pin.contains(hit); })", f"#map-{view} .pin[data-city]")
            if pin is None:
                self.faults.append(f"{view}: no city can be pointed at")
                continue
            ActionChains(self.driver).move_to_element(pin).perform()
            city = self.driver.execute_script(
                "return document.querySelector('#detail h3')?.textContent || ''")
            self.expect(city != "", f"{view}: pointing at a city shows nothing")
            boxes = len(self.all("#detail .strip rect.strip-box"))
            self.expect(boxes == 168, f"{view}: the week has {boxes} hours")
        self.strip()
        self.one("#views button[data-view=world]").click()
        reached = self.driver.execute_script(
            "return JSON.parse(document.getElementById('data').textContent)"
            ".cities.findIndex(city => city.legs.length)")
        if reached >= 0:
            self.driver.execute_script(
                f"document.querySelector('#map-world .pin[data-city=\"{reached}\"]').focus()")
            self.expect(bool(self.all("#detail tbody tr")), "a city in focus shows no itinerary")
            self.expect(bool(self.all("#map-world .route")), "no route is drawn")
        before = self.one("#map-world svg").get_dom_attribute("viewBox")
        self.one("#zooms button").click()
        self.expect(self.one("#map-world svg").get_dom_attribute("viewBox") != before, "no zoom")
        self.all("#zooms button")[2].click()
        self.one("input[data-layer=cells]").click()
        self.expect(bool(self.all(".stage.hide-cells")), "the surface cannot be hidden")
        self.one("input[data-layer=cells]").click()

    def strip(self):
        """An hour of the week is chosen by a click and by keys, and shows its way."""
        reached = self.driver.execute_script(
            "return JSON.parse(document.getElementById('data').textContent)"
            ".cities.findIndex(city => city.strip.some(hour => hour >= 0))")
        if reached < 0:
            return
        self.driver.execute_script(
            f"document.querySelector('.map:not([hidden]) .pin[data-city=\"{reached}\"]')?.focus()")
        boxes = self.all("#detail .strip-box")
        if len(boxes) != 168:
            return
        self.driver.execute_script("arguments[0].dispatchEvent(new MouseEvent('click'))", boxes[9])
        first = self.one("#hour").text
        self.expect(bool(first), "a click on an hour shows nothing")
        self.driver.execute_script("arguments[0].focus()", boxes[9])
        ActionChains(self.driver).send_keys(Keys.ARROW_DOWN, Keys.ENTER).perform()
        self.expect(self.one("#hour").text not in ("", first), "keys choose no other hour")

    def quiet(self):
        for entry in self.driver.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING"):
                self.faults.append(f"console: {entry['message'][:200]}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if url != self.url and not url.startswith("data:"):
                    self.faults.append(f"asks for {url[:120]}")

    def screenshots(self, folder):
        os.makedirs(folder, exist_ok=True)
        if self.all("main#simulation"):
            code = self.driver.execute_script("return document.documentElement.lang")[:2]
            for part in ("map", "bottlenecks", "stations", "heat", "services", "series"):
                self.driver.execute_script(f"document.getElementById('{part}').scrollIntoView()")
                self.driver.save_screenshot(os.path.join(folder, f"simulation-{part}-{code}.png"))
            return
        if not self.all("#city-table"):
            for code in ("zh-CN", "en"):
                self.one(f"button[data-lang={code}]").click()
                self.driver.save_screenshot(os.path.join(folder, f"comparison-{code[:2]}.png"))
            return
        for language in ("zh", "en"):
            self.language(language)
            for view in [b.get_dom_attribute("data-view") for b in self.all("#views button")]:
                self.one(f"#views button[data-view={view}]").click()
                self.driver.execute_script("window.scrollTo(0, 0)")
                self.driver.save_screenshot(os.path.join(folder, f"page-{view}-{language}.png"))
            self.driver.execute_script("document.getElementById('tiers').scrollIntoView()")
            self.driver.save_screenshot(os.path.join(folder, f"page-tables-{language}.png"))
            self.driver.execute_script("document.getElementById('cities').scrollIntoView()")
            self.driver.save_screenshot(os.path.join(folder, f"page-cities-{language}.png"))


def main(path, folder=None):
    driver = browser()
    try:
        reader = Reader(driver, path)
        reader.read()
        if folder:
            reader.screenshots(folder)
    finally:
        driver.quit()
    for fault in reader.faults[:20]:
        print(f"{path}: {fault}")
    return 1 if reader.faults else 0


sys.exit(main(*sys.argv[1:3]))
