// Paper: the map is drawn anew, sharper and in the shape of the page, onto a canvas that only a printer sees.

const PAPER = { width: 960, height: 850, sharpness: 2.5 }; // CSS pixels, and pixels per CSS pixel
const PATIENCE = 5000; // ms to wait for tiles

/** What the screen shows, in the shape of the page. */
function paperMap(shown) {
  const box = document.createElement("div");
  box.className = "press";
  box.style.width = `${PAPER.width}px`;
  box.style.height = `${PAPER.height}px`;
  document.body.append(box);
  const view = shown.map.getView();
  const [width, height] = shown.map.getSize();
  const enlarged = Math.max(width / PAPER.width, height / PAPER.height);
  const tiles = shown.tiles && shown.tiles.getVisible() ? [shown.makeTiles()] : [];
  tiles.forEach((layer) => layer.setVisible(true));
  const map = new ol.Map({
    target: box,
    layers: [...tiles, ...shown.makeLayers(PAPER.sharpness)],
    controls: [],
    interactions: [],
    pixelRatio: PAPER.sharpness,
    view: new ol.View({ center: view.getCenter(), resolution: view.getResolution() * enlarged }),
  });
  return { map, box };
}

function blank(canvas) {
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return pen;
}

function copyTo(canvas, { map, box }) {
  map.renderSync();
  const pen = blank(canvas);
  for (const layer of box.querySelectorAll("canvas")) {
    const holder = layer.parentNode;
    pen.globalAlpha = Number(holder.style.opacity || layer.style.opacity || 1);
    if (layer.width) pen.drawImage(layer, 0, 0, canvas.width, canvas.height);
  }
  pen.globalAlpha = 1;
  drawScale(pen, map);
}

function drawScale(pen, map) {
  const unit = PAPER.sharpness;
  const [length, pixels] = RegionMap.prototype.scale.call({ map }, 160);
  const left = 16 * unit;
  const bottom = (PAPER.height - 16) * unit;
  pen.fillStyle = "rgba(255, 255, 255, 0.85)";
  pen.fillRect(left - 6 * unit, bottom - 26 * unit, pixels * unit + 12 * unit, 32 * unit);
  pen.fillStyle = INK;
  pen.fillRect(left, bottom - 4 * unit, pixels * unit, 4 * unit);
  pen.font = `${12 * unit}px ${FONT}`;
  pen.fillText(distance(length), left, bottom - 9 * unit);
}

const distance = (metres) => (metres < 1000 ? `${metres} m` : `${figure(metres / 1000)} km`);

class Printer {
  /** @param {RegionMap} shown The map on the screen. @param {HTMLCanvasElement} canvas What is printed of it. */
  constructor(shown, canvas) {
    this.shown = shown;
    this.canvas = canvas;
    canvas.width = PAPER.width * PAPER.sharpness;
    canvas.height = PAPER.height * PAPER.sharpness;
    blank(canvas); // Chromium prints a canvas at the wrong size that was first drawn on while the print began
    this.ready = false;
    window.addEventListener("beforeprint", () => this.ready || this.draw());
    window.addEventListener("afterprint", () => {
      this.ready = false;
    });
  }

  /** At once; tiles that are not there yet are left out. */
  draw() {
    const made = paperMap(this.shown);
    copyTo(this.canvas, made);
    discard(made);
  }

  /** With its tiles, if they come in time. */
  async print() {
    if (this.shown.tiles && this.shown.tiles.getVisible()) {
      const made = paperMap(this.shown);
      await Promise.race([
        new Promise((done) => made.map.once("rendercomplete", done)),
        new Promise((done) => setTimeout(done, PATIENCE)),
      ]);
      copyTo(this.canvas, made);
      discard(made);
      this.ready = true;
    }
    window.print();
  }
}

function discard({ map, box }) {
  map.setTarget(null);
  box.remove();
}
