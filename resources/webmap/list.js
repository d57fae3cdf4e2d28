// The list of all regions: what the map shows in another form, to read, to sort and to choose from.

/** The columns, with what they show, what they sort by, and which way first; a map may have classes and no numbers. */
function columns(data) {
  const homes = (region) => (region.homes === null ? "onbekend" : whole.format(region.homes));
  const figures = data.numbers
    ? [
        { name: "Regi\u00adstraties", text: (region) => whole.format(region.value), key: (region) => [region.value] },
        { name: "Per km²", text: (region) => figure(region.density), key: (region) => [region.density] },
      ]
    : [{ name: "Klasse", text: (region) => className(region, data), key: (region) => [region.class] }];
  return [
    { name: "Gebied", text: regionName, key: (region) => [region.place, region.number], first: 1 },
    ...figures,
    { name: "BAG-adres\u00adsen", text: homes, key: (region) => [region.homes === null ? -1 : region.homes] },
  ];
}

function compare(one, other) {
  for (let at = 0; at < one.length; at += 1) {
    const order = typeof one[at] === "string" ? one[at].localeCompare(other[at], "nl") : one[at] - other[at];
    if (order) return order;
  }
  return 0;
}

class RegionList {
  /**
   * @param {object} data What is published.
   * @param {function} choose Is called with a region.
   */
  constructor(data, choose) {
    this.regions = data.regions;
    this.body = document.getElementById("list-body");
    this.columns = columns(data);
    this.rows = data.regions.map((region) => makeRow(region, data, this.columns.slice(1), choose));
    this.numbers = data.numbers;
    this.filter = null;
    this.headers = this.columns.map((column) => this.makeHeader(column));
    document.getElementById("list-head").append(...this.headers);
    this.sort(this.columns[1], -1);
  }

  makeHeader(column) {
    const header = document.createElement("th");
    header.scope = "col";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = column.name;
    button.addEventListener("click", () => {
      this.sort(column, this.column === column ? -this.direction : column.first || -1);
    });
    header.append(button);
    return header;
  }

  sort(column, direction) {
    this.column = column;
    this.direction = direction;
    const byName = this.columns[0].key;
    this.order = this.regions.slice().sort((one, other) => {
      const order = compare(column.key(one), column.key(other)) * direction;
      return order || compare(byName(one), byName(other));
    });
    this.headers.forEach((header, at) => {
      const sorted = this.columns[at] === column;
      header.setAttribute("aria-sort", sorted ? (direction > 0 ? "ascending" : "descending") : "none");
    });
    this.show();
  }

  /** Only the regions of one municipality, or all (null). */
  only(municipality) {
    this.filter = municipality;
    this.show();
  }

  /** The regions that are listed, in the order of the list. */
  listed() {
    return this.order.filter((region) => this.filter === null || region.municipality === this.filter);
  }

  show() {
    const listed = this.listed();
    this.body.replaceChildren(...listed.map((region) => this.rows[region.at]));
    const sum = listed.reduce((total, region) => total + region.value, 0);
    const many = `${whole.format(listed.length)} ${listed.length === 1 ? "gebied" : "gebieden"}`;
    const together = this.numbers
      ? `${many}, samen ongeveer ${whole.format(sum)} gepubliceerde registraties. Wat niet gepubliceerd is, telt niet mee.`
      : `${many}.`;
    document.getElementById("list-words").textContent = listed.length
      ? `${together} De nummers lopen van noord naar zuid en gelden alleen in dit bestand.`
      : "Hier is niets gepubliceerd. Dat betekent onbekend, niet nul.";
  }

  /** Marks the row of a region; null: none. */
  mark(region) {
    for (const row of this.body.querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
    if (region !== null) this.rows[region.at].setAttribute("aria-current", "true");
  }
}

function makeRow(region, data, figures, choose) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  const button = document.createElement("button");
  button.type = "button";
  button.append(swatch(data.classes[region.class].color), regionName(region));
  button.setAttribute("aria-label", `${regionName(region)}, kies op de kaart`);
  button.addEventListener("click", () => choose(region));
  head.append(button);
  row.append(head);
  for (const column of figures) {
    const cell = document.createElement("td");
    cell.textContent = column.text(region);
    row.append(cell);
  }
  return row;
}

/** A patch of a colour; without one, of a place of which nothing was published. */
function swatch(color) {
  const patch = document.createElement("span");
  patch.className = color ? "swatch" : "swatch hatched";
  patch.setAttribute("aria-hidden", "true");
  if (color) patch.style.backgroundColor = color;
  return patch;
}
