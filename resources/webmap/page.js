// The page: puts the words in their place, and keeps map, list and sentence together.

const data = JSON.parse(document.getElementById("data").textContent);
data.regions.forEach((region, at) => {
  region.at = at;
  region.place = data.municipalities[region.municipality].name;
});

const INVITATION = "Kies een gebied op de kaart of in de lijst.";

const part = (id) => document.getElementById(id);
const page = { map: null, list: null, printer: null, chosen: null };

function item(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

// Words ----------------------------------------------------------------------------------------------------------------

function fillWords() {
  part("sentence").textContent = INVITATION;
  part("title").textContent = data.title;
  part("subtitle").textContent = `RNI-registraties per gebied, peildatum ${longDate(data.peildatum)}. ` +
    `Voor: ${data.recipient}`;
  part("caveat").textContent = data.caveat;
  const facts = [
    ["Voor", data.recipient],
    ["Doel", data.purpose],
    ["Grondslag", data.basis],
    ["Gemaakt", `op ${longDate(data.made_on)}, met Arbeidsmigratie ${data.version}`],
    ["Reeks", data.series],
  ];
  part("facts").append(...facts.flatMap(([term, words]) => [item("dt", term), item("dd", words)]));
  part("sources").append(...data.sources.map((source) => item("li", source)));
}

function fillLegend() {
  part("legend-words").textContent = squareKm(data.meaning);
  const entries = data.classes.map(({ label, color }) => item("li", swatch(color), squareKm(label)));
  part("legend-list").append(...entries, item("li", swatch(null), data.unknown));
}

function fillMunicipalities() {
  const choices = data.municipalities.map(({ name, regions }, at) =>
    new Option(regions ? name : `${name} (niets gepubliceerd)`, String(at)));
  choices.sort((one, other) => one.text.localeCompare(other.text, "nl"));
  part("municipality").append(new Option("Alle gemeenten", ""), ...choices);
}

// Choosing -------------------------------------------------------------------------------------------------------------

function say(words, more) {
  part("sentence").textContent = words;
  part("detail").textContent = more;
  part("detail").hidden = !more;
}

/** Chooses a region, and brings it into view where the reader did not point at it on the map. */
function choose(region, bringing) {
  page.chosen = region;
  page.map.select(region, bringing);
  page.list.mark(region);
  say(sentence(region, data), detail(region, data));
  part("clear").disabled = false;
  document.body.classList.add("has-chosen");
}

/** Where the map is not next to the list, the reader is taken to it. */
function chooseFromList(region) {
  choose(region, true);
  const stage = part("map").getBoundingClientRect();
  if (stage.bottom < 0 || stage.top > window.innerHeight) {
    part("map").scrollIntoView({ behavior: CALM ? "auto" : "smooth" });
  }
}

function chooseNothing(words) {
  page.chosen = null;
  page.map.select(null, false);
  page.list.mark(null);
  say(words, "");
  part("clear").disabled = true;
  document.body.classList.remove("has-chosen");
}

/** On a phone the sentence stands under the map. */
function chooseAt(coordinate) {
  const { region, place } = page.map.at(coordinate);
  if (region) choose(region, false);
  else chooseNothing(sentenceElsewhere(place, filterName()));
  part("sentence").scrollIntoView({ block: "nearest" });
}

function step(by) {
  const listed = page.list.listed();
  if (!listed.length) return;
  const now = listed.indexOf(page.chosen);
  const next = now < 0 ? (by > 0 ? 0 : listed.length - 1) : (now + by + listed.length) % listed.length;
  choose(listed[next], true);
}

function filterName() {
  return page.map.filter === null ? null : data.municipalities[page.map.filter].name;
}

function filterOn(value) {
  const only = value === "" ? null : Number(value);
  page.map.only(only);
  page.list.only(only);
  part("shown").hidden = only === null;
  part("shown").textContent = only === null ? "" : `Getoond: alleen ${filterName()}`;
  const none = only !== null && !data.municipalities[only].regions;
  chooseNothing(none
    ? `Van ${filterName()} is niets gepubliceerd. Dat betekent onbekend, niet nul.`
    : `De kaart toont ${only === null ? "alle gemeenten" : `alleen ${filterName()}`}.`);
}

// The map on the page --------------------------------------------------------------------------------------------------

function showScale() {
  const [length, pixels] = page.map.scale(110);
  part("scale-bar").style.width = `${pixels}px`;
  part("scale-text").textContent = distance(length);
}

function offerBackground() {
  if (!data.background) return;
  const { host } = data.background;
  part("background-choice").hidden = false;
  part("background-note").textContent =
    `Staat uit. Zet u hem aan, dan haalt deze pagina kaartbeelden op bij ${host.endsWith("pdok.nl") ? "PDOK, " : ""}` +
    `${host}. Daar is internet voor nodig.`;
  part("attribution").textContent = data.background.attribution;
  part("background").addEventListener("change", ({ target }) => {
    page.map.showBackground(target.checked);
    part("attribution").hidden = !target.checked;
  });
}

function listen() {
  const { map } = page.map;
  map.on("click", ({ coordinate }) => chooseAt(coordinate));
  map.on("pointermove", ({ coordinate, dragging }) => {
    if (!dragging) part("map").style.cursor = page.map.at(coordinate).region ? "pointer" : "";
  });
  map.on("moveend", showScale);
  part("map").addEventListener("keydown", (event) => {
    if (event.key === "Enter") chooseAt(page.map.centre());
    if (event.key === "Escape") chooseNothing(INVITATION);
  });
  part("zoom-in").addEventListener("click", () => page.map.zoom(1));
  part("zoom-out").addEventListener("click", () => page.map.zoom(-1));
  part("zoom-all").addEventListener("click", () => page.map.showAll(true));
  part("next").addEventListener("click", () => step(1));
  part("previous").addEventListener("click", () => step(-1));
  part("clear").addEventListener("click", () => chooseNothing(INVITATION));
  part("municipality").addEventListener("change", ({ target }) => filterOn(target.value));
  part("print").addEventListener("click", () => page.printer.print());
}

// Validity -------------------------------------------------------------------------------------------------------------

const expired = () => today() > data.expires;

function showValidity() {
  const until = longDate(data.expires);
  part("validity").textContent = expired() ? `Verlopen: was geldig tot en met ${until}` : `Geldig tot en met ${until}`;
  document.body.classList.toggle("is-expired", expired());
  document.title = expired() ? `Verlopen: ${data.title}` : data.title;
  part("watermark").hidden = !expired();
  if (!expired()) return;
  part("expired").hidden = false;
  part("anyway").hidden = page.map !== null;
  part("expired-text").textContent =
    `De kaart was geldig tot en met ${until}. Daarna kunnen de aantallen anders zijn, en kan het doel waarvoor de ` +
    "kaart is gedeeld voorbij zijn. Gebruik hem niet meer, verwijder het bestand en vraag een nieuwe kaart aan de " +
    "afzender.";
}

function showMap() {
  part("content").hidden = false;
  if (page.map) return;
  document.body.classList.add("has-map");
  part("print").hidden = false;
  page.map = new RegionMap(data, part("map"));
  page.list = new RegionList(data, chooseFromList);
  page.printer = new Printer(page.map, part("paper"));
  offerBackground();
  listen();
  showScale();
}

function showAnyway() {
  showMap();
  part("anyway").hidden = true;
  part("map").focus();
}

fillWords();
fillLegend();
fillMunicipalities();
showValidity();
part("show-anyway").addEventListener("click", showAnyway);
document.addEventListener("visibilitychange", showValidity); // a page that stays open over its last day
if (!expired()) showMap();
