"""judge.py FOLDER [NAME...]: looks at the reports of FOLDER/en and FOLDER/zh as a reader does.

Prints "ok …" or "not ok …" for each check, and exits with 1 where one failed.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import openpyxl
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PHONE, DESK = 390, 1200
# What A4 leaves between its margins of 15 mm, at 96 dots to the inch.
PAPER = {"portrait": 680, "landscape": 1009}
# What sticks out of the page, or of the box around a table, which on a screen may scroll and on paper may not.
OVERFLOW = """(onPaper) => [document.documentElement, ...(onPaper ? document.querySelectorAll('.scroll') : [])]
    .filter(box => box.scrollWidth > box.clientWidth + 1)
    .map(box => (box.className || 'page') + ' ' + box.scrollWidth + ' > ' + box.clientWidth)"""
# The lightness of what the series of plots are filled with, white being 1.
LIGHTNESS = """() => ['series0', 'series1', 'series2'].map(name => document.querySelector('svg .' + name))
    .filter(bar => bar).map(bar => getComputedStyle(bar).fill.match(/\\d+/g).map(Number))
    .map(([r, g, b]) => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255)"""

failures = 0


def squeezed(text):
    """The text without white space; a PDF may hold a radical where a page holds the character that looks the same."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def check(what, faults):
    global failures
    failures += bool(faults)
    print(("not ok " if faults else "ok ") + what)
    for fault in list(faults)[:10]:
        print("  |", fault)


def accessibility(page):
    result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]})
    return [
        f"{fault['id']} ({fault['impact']}): {node['html'][:120]}"
        for fault in result.response["violations"]
        for node in fault["nodes"]
    ]


def paper(page, shape):
    """Prints the page, and says what is wrong with the pages, their text and their repeated heads."""
    with tempfile.TemporaryDirectory() as folder:
        file = folder + "/report.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        about = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about).groups())
    wanted = (595, 842) if shape == "portrait" else (842, 595)
    faults = []
    if abs(width - wanted[0]) > 2 or abs(height - wanted[1]) > 2:
        faults.append(f"the paper is {width} x {height}, not A4 {shape}")
    heading = page.inner_text("h1")
    if squeezed(heading) not in squeezed(text):
        faults.append(f"the text of the PDF lacks its heading {heading!r}")
    for number, words in enumerate(pages, start=1):
        told = f"{number}/{len(pages)}"
        # The text of a PDF begins or ends with what stands in its margin.
        if not squeezed(words).endswith(told) and not squeezed(words).startswith(told):
            faults.append(f"page {number} of {len(pages)} has no number")
    cards = page.locator("section.card").count()
    if cards and len(pages) > cards + page.locator("section.plain").count():
        faults.append(f"{cards} cards take {len(pages)} pages")
    return faults + repeated_heads(page, pages)


def repeated_heads(page, pages):
    """A table's head must stand on every page on which it has rows; looked at for the longest table of a report."""
    tables = page.locator("table:not(.month)")
    if tables.count() == 0 or len(pages) < 3:
        return []
    lengths = [tables.nth(i).locator("tbody tr").count() for i in range(tables.count())]
    longest = tables.nth(lengths.index(max(lengths)))
    if max(lengths) < 80:
        return []
    head = squeezed(longest.locator("th").first.inner_text())
    held = [head in squeezed(words) for words in pages]
    first = held.index(True) if True in held else len(held)
    last = len(held) - 1 - held[::-1].index(True) if True in held else -1
    missing = [number + 1 for number in range(first, last) if not held[number]]
    return [f"the head {head!r} is missing on pages {missing}"] if missing or last <= first else []


def workbook(file):
    book = openpyxl.load_workbook(file)
    faults = []
    for sheet in book.worksheets:
        if sheet.freeze_panes != "A2" or not sheet.auto_filter.ref:
            faults.append(f"{sheet.title}: the head does not stay, or cannot be filtered")
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.data_type == "f" or cell.data_type == "e":
                    faults.append(f"{sheet.title}!{cell.coordinate} is a formula or an error")
                if cell.data_type == "s" and re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", str(cell.value)):
                    faults.append(f"{sheet.title}!{cell.coordinate} is a date as text: {cell.value}")
    return faults


def judge(browser, file):
    name = f"{file.parent.name}/{file.stem}"
    page = browser.new_page(viewport={"width": DESK, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.resolve().as_uri())
    check(f"{name} asks nothing of the network", [url for url in asked if not url.startswith("file:")])
    check(f"{name} has contrast, headings and names (axe)", accessibility(page))
    check(f"{name} keeps to a desk's width", page.evaluate(OVERFLOW, False))
    grey = sorted(page.evaluate(LIGHTNESS))
    check(f"{name} tells series apart in grey", [f"{a:.2f} and {b:.2f}" for a, b in zip(grey, grey[1:]) if b - a < 0.2])
    page.set_viewport_size({"width": PHONE, "height": 844})
    check(f"{name} keeps to a telephone's width", page.evaluate(OVERFLOW, False))
    check(f"{name} has contrast, headings and names on a telephone (axe)", accessibility(page))
    shape = "landscape" if "landscape" in page.get_attribute("body", "class") else "portrait"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER[shape], "height": 900})
    check(f"{name} keeps to A4", page.evaluate(OVERFLOW, True))
    check(f"{name} prints: heading, page numbers, repeated heads", paper(page, shape))
    page.close()
    check(f"{name} opens as a workbook", workbook(file.with_suffix(".xlsx")))


def main(folder, names):
    """Looks at all reports, or at those of these names only."""
    files = sorted(file for file in pathlib.Path(folder).glob("*/*.html") if not names or file.stem in names)
    if not names and len(files) < 28:
        check("every report is there in both languages", [f"{len(files)} pages"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for file in files:
            judge(browser, file)
        browser.close()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
