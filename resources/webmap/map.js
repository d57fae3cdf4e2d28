// The map: layers, styles, moving about and finding what is where. Shows, and knows nothing of the rest of the page.

const INK = "#1f2a33";
const DARK = "#0f1316";
const HATCH = "#8b949c";
const FONT = '"Segoe UI", "Open Sans", "Helvetica Neue", Arial, sans-serif';
const CALM = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const MOVE = CALM ? 0 : 250; // ms
const MARGIN = 0.05; // around what is zoomed to, as a share of the map
const CLOSEST = 1.2; // metres per pixel: closer shows nothing more
const AROUND = 1500; // metres of Web Mercator to show around a region
const SEE_THROUGH = 0.72; // of the regions, above a background

/** Outlines in millionths of a degree, by steps, as rings in Web Mercator. */
function rings(outline) {
  return outline.map((polygon) => polygon.map(ring));
}

function ring(steps) {
  const points = [];
  let lon = 0;
  let lat = 0;
  for (let at = 0; at < steps.length; at += 2) {
    lon += steps[at];
    lat += steps[at + 1];
    points.push(ol.fromLonLat([lon / 1e6, lat / 1e6]));
  }
  points.push(points[0]);
  return points;
}

/** The largest part of a geometry: where its label goes. */
function largest(geometry) {
  const parts = geometry.getPolygons();
  return parts.reduce((best, part) => (part.getArea() > best.getArea() ? part : best), parts[0]);
}

/** Slanted lines: a place of which nothing was published. */
function hatching(sharpness) {
  const size = Math.round(8 * sharpness);
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = tile.getContext("2d");
  pen.strokeStyle = HATCH;
  pen.lineWidth = sharpness;
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - size, 2 * size);
    pen.lineTo(shift + 2 * size, -size);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat");
}

/** Relative luminance of '#rrggbb' (WCAG 2.2). */
function luminance(color) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Nearly black or white, whichever reads better on a colour: one of them always does by 4.5 to 1. */
function lettering(color) {
  return contrast("#ffffff", color) > contrast(DARK, color) ? "#ffffff" : DARK;
}

class RegionMap {
  /**
   * @param {object} data What is published.
   * @param {HTMLElement} target Where the map goes.
   */
  constructor(data, target) {
    this.filter = null; // position of the only municipality that is shown
    this.regionAt = data.regions.map(makeFeature); // a source gives them in an order of its own
    this.municipalityAt = data.municipalities.map(makeFeature);
    this.regions = new ol.VectorSource({ features: this.regionAt });
    this.municipalities = new ol.VectorSource({ features: this.municipalityAt });
    this.selection = new ol.VectorSource();
    this.classes = data.classes.map(classStyle);
    this.background = data.background;
    this.whole = this.municipalities.getExtent();
    this.tiles = this.background && this.makeTiles();
    this.layers = this.makeLayers(window.devicePixelRatio);
    this.map = new ol.Map({
      target,
      layers: this.tiles ? [this.tiles, ...this.layers] : this.layers,
      controls: [],
      interactions: interactions(),
      view: new ol.View({ enableRotation: false, ...this.limits() }),
    });
    this.showAll(false);
  }

  limits() {
    const [west, south, east, north] = this.whole;
    const size = Math.max(east - west, north - south);
    return {
      extent: [west - size / 2, south - size / 2, east + size / 2, north + size / 2],
      constrainOnlyCenter: true,
      minResolution: CLOSEST,
      maxResolution: Math.max(size / 150, CLOSEST * 4),
      center: [(west + east) / 2, (south + north) / 2],
      resolution: size / 600,
    };
  }

  makeTiles() {
    const [minZoom, maxZoom] = this.background.zoom;
    const source = new ol.XYZ({ url: this.background.url, minZoom, maxZoom, transition: MOVE });
    return new ol.TileLayer({ source, visible: false, className: "tiles" });
  }

  /** New layers over the same sources: one set for the screen, one for paper; sharpness is in pixels per CSS pixel. */
  makeLayers(sharpness) {
    const hatched = new ol.Style({ fill: new ol.Fill({ color: hatching(sharpness) }) });
    const border = new ol.Style({ stroke: new ol.Stroke({ color: INK, width: 1.5 }) });
    const halo = new ol.Style({ stroke: new ol.Stroke({ color: "#ffffff", width: 7 }) });
    const edge = new ol.Style({ stroke: new ol.Stroke({ color: INK, width: 3.5 }) });
    const opacity = this.tiles && this.tiles.getVisible() ? SEE_THROUGH : 1;
    const shown = (style) => (feature) => (this.shows(feature) ? style : undefined);
    const layer = (className, source, style, more) =>
      new ol.VectorLayer({ className, source, style, updateWhileInteracting: true, updateWhileAnimating: true, ...more });
    return [
      layer("unknown", this.municipalities, shown(hatched), { opacity }),
      layer("regions", this.regions, (feature) => this.regionStyle(feature), { opacity }),
      layer("borders", this.municipalities, border),
      layer("selection", this.selection, [halo, edge]),
      layer("values", this.regions, (feature) => this.valueStyle(feature), { declutter: "labels" }),
      layer("names", this.municipalities, (feature) => nameStyle(feature), { declutter: "labels", zIndex: 1 }),
    ];
  }

  shows(feature) {
    return this.filter === null || feature.get("municipality") === this.filter;
  }

  regionStyle(feature) {
    return this.shows(feature) ? this.classes[feature.get("told").class].area : undefined;
  }

  valueStyle(feature) {
    if (!this.shows(feature)) return undefined;
    const told = feature.get("told");
    if (told.value === null) return undefined;
    const { value } = this.classes[told.class];
    value.getText().setText(whole.format(told.value));
    return value;
  }

  /** Shows one municipality, or all of them (null), and goes there. */
  only(municipality) {
    this.filter = municipality;
    this.layers.forEach((layer) => layer.changed());
    this.showAll(true);
  }

  showAll(moving) {
    const only = this.filter === null ? null : this.municipalityAt[this.filter];
    this.goTo(only ? only.getGeometry().getExtent() : this.whole, moving);
  }

  goTo(extent, moving) {
    const padding = Array(4).fill(Math.min(...this.map.getSize()) * MARGIN);
    this.map.getView().fit(extent, { padding, duration: moving ? MOVE : 0, minResolution: CLOSEST });
  }

  zoom(steps) {
    const view = this.map.getView();
    view.animate({ zoom: view.getZoom() + steps, duration: MOVE });
  }

  /** What is at a coordinate: a region that is shown, or else the name of the municipality, or null. */
  at(coordinate) {
    const found = this.regions.getFeaturesAtCoordinate(coordinate).find((feature) => this.shows(feature));
    if (found) return { region: found.get("told"), place: null };
    const [municipality] = this.municipalities.getFeaturesAtCoordinate(coordinate);
    return { region: null, place: municipality ? municipality.get("told").name : null };
  }

  centre() {
    return this.map.getView().getCenter();
  }

  /** Draws a line around a region (null: none), and brings it into view if it is not there. */
  select(region, bringing) {
    this.selection.clear();
    if (region === null) return;
    const feature = this.regionAt[region.at];
    this.selection.addFeature(new ol.Feature(feature.getGeometry()));
    if (bringing) this.bring(feature.getGeometry().getExtent());
  }

  bring(extent) {
    const view = this.map.getView();
    const [west, south, east, north] = view.calculateExtent(this.map.getSize());
    const inside = extent[0] >= west && extent[1] >= south && extent[2] <= east && extent[3] <= north;
    const visible = Math.max(extent[2] - extent[0], extent[3] - extent[1]) > 24 * view.getResolution();
    if (inside && visible) return;
    const room = Math.max(extent[2] - extent[0], extent[3] - extent[1], AROUND);
    this.goTo([extent[0] - room, extent[1] - room, extent[2] + room, extent[3] + room], true);
  }

  showBackground(on) {
    this.tiles.setVisible(on);
    this.layers.slice(0, 2).forEach((layer) => layer.setOpacity(on ? SEE_THROUGH : 1));
  }

  /** Ground length of a round scale bar of at most so many pixels: [metres, pixels]. */
  scale(most) {
    const view = this.map.getView();
    const metres = ol.getPointResolution("EPSG:3857", view.getResolution(), view.getCenter());
    const power = 10 ** Math.floor(Math.log10(metres * most));
    const length = [5, 2, 1].map((step) => step * power).find((step) => step <= metres * most);
    return [length, length / metres];
  }
}

function makeFeature(told, at) {
  const feature = new ol.Feature(new ol.MultiPolygon(rings(told.outline)));
  feature.setProperties({ told, municipality: told.municipality === undefined ? at : told.municipality }, true);
  return feature;
}

function classStyle({ color }) {
  const text = new ol.Text({ font: `600 12px ${FONT}`, fill: new ol.Fill({ color: lettering(color) }) });
  const stroke = new ol.Stroke({ color: "#6b5a4e", width: 0.7 });
  return {
    area: new ol.Style({ fill: new ol.Fill({ color }), stroke }),
    value: new ol.Style({ geometry: (feature) => largest(feature.getGeometry()), text }),
  };
}

function nameStyle(feature) {
  const text = new ol.Text({
    text: feature.get("told").name,
    font: `700 14px ${FONT}`,
    fill: new ol.Fill({ color: INK }),
    stroke: new ol.Stroke({ color: "#ffffff", width: 4 }),
    overflow: true,
  });
  return new ol.Style({ geometry: largest(feature.getGeometry()), text });
}

function interactions() {
  const kinetic = CALM ? undefined : new ol.Kinetic(-0.005, 0.05, 100);
  return [
    new ol.DragPan({ kinetic }),
    new ol.DoubleClickZoom({ duration: MOVE }),
    new ol.MouseWheelZoom({ duration: MOVE }),
    new ol.PinchZoom({ duration: MOVE }),
    new ol.KeyboardPan({ duration: CALM ? 0 : 100, pixelDelta: 80 }),
    new ol.KeyboardZoom({ duration: CALM ? 0 : 100 }),
  ];
}
