"use strict";
// What the page says: numbers, dates and sentences in Dutch. All of it goes into the page as text, never as HTML.

const whole = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0 });

/** A number with as many decimals as it deserves: 0,62 and 4,8 and 1.240. */
function figure(value) {
  const decimals = value < 1 ? 2 : value < 10 ? 1 : 0;
  return new Intl.NumberFormat("nl-NL", { maximumFractionDigits: decimals }).format(value);
}

/** '1 juli 2026' of '2026-07-01'; the text itself if it is no date. */
function longDate(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const parts = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("nl-NL", parts).format(date);
}

/** Today where the reader is, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  const two = (value) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const squareKm = (text) => text.replace(/km2/g, "km²");

/** What people call a region by. */
const regionName = (region) => `${region.place}\u00a0${region.number}`;

/** The class of its density, as the legend names it. */
const className = (region, data) => squareKm(data.classes[region.class].label);

/** By how much rounding changed a number at most. */
const margin = (region) => (region.margin === null ? " (afgerond)" : ` (door afronden hoogstens ${region.margin} ernaast)`);

/** The sentence about a region; of a map without numbers, with the class of its density. */
function sentence(region, data) {
  const facts = [region.place, `${figure(region.km2)} km²`];
  if (region.homes !== null) facts.push(`${whole.format(region.homes)} BAG-adressen`);
  const many = data.numbers
    ? `ongeveer ${whole.format(region.value)} registraties${margin(region)}`
    : `${className(region, data).replace("per km²", "registraties per km²")}`;
  const said = [
    `In dit gebied (${facts.join(", ")}) staan ${many}, peildatum ${longDate(data.peildatum)} of eerder. ` +
      "Een aanwijzing, geen vaststelling.",
  ];
  const parts = region.outline.length;
  if (parts > 1) said.push(`Het gebied bestaat uit ${parts} losse delen; dit geldt voor alle delen samen.`);
  return said.join(" ");
}

/** What else is known of a region. */
function detail(region, data) {
  const said = [regionName(region), className(region, data)];
  if (region.pooled) said.push("samengevoegd gebied");
  said.push(`code ${region.id}`);
  return said.join(" · ");
}

/** The sentence about a place without a number. */
function sentenceElsewhere(place, filter) {
  if (place === null) return "Dit ligt buiten de gemeenten van deze kaart. Daarover is hier niets bekend.";
  if (filter !== null && place !== filter) {
    return `Dit ligt in ${place}. De kaart toont nu alleen ${filter}; kies 'Alle gemeenten' om alles te zien.`;
  }
  return `Hier (${place}) is niets gepubliceerd. Dat betekent onbekend, niet nul.`;
}
