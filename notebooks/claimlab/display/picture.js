// @ts-check
// The picture of an explorer: the drawing for the width there is, in the colours of the theme, and what lies on it.

// The colours of charts/base.py and its like, and the names the style sheet knows them by.
const COLOURS = {
  "#000000": "ink", "#1a1a1a": "ink", "#595959": "quiet", "#0b5c8e": "printed", "#a34700": "assumed",
  "#5b3a8c": "own", "#cfe3f0": "pale", "#d9d9d9": "rule", "#e9b48f": "shade", "#e3b48f": "shade", "#f1f1f1": "soft",
  "#ffffff": "paper",
};
// Letters are drawn 10 units high; they are to be read at 11 pixels or more.
const LEAST = 1.1;

// JupyterLab's style sheets do not reach into the shadow root, which makes a new picture five times cheaper. Drawn
// colours are told by their values, so that a picture in the page stays the text that Python made.
const PICTURE_CSS = `
  svg { display: block; width: 100%; height: auto; }
  svg, svg * { forced-color-adjust: none; }
  svg.over { position: absolute; inset: 0; height: 100%; overflow: visible; pointer-events: none; }
  text { fill: var(--cl-picture-ink); }
  .own { fill: var(--cl-picture-own); stroke: var(--cl-picture-paper); stroke-width: 4; paint-order: stroke;
    font-family: system-ui, sans-serif; font-weight: 600; }
` + Object.entries(COLOURS).map(([colour, name]) => ["fill", "stroke"].map((part) =>
  `[style*="${part}: ${colour}"],[${part}="${colour}"]{${part}:var(--cl-picture-${name})!important}`).join("")).join("");

/** @param {() => void} redraw - called when the other drawing is wanted */
function makePicture(redraw) {
  const host = make("div", { class: "cl-picture" }), motion = makeMotion();
  const stage = make("div", { class: "cl-stage" }, host);
  const place = make("div", { class: "cl-place" }, stage);
  const shadow = host.attachShadow({ mode: "open" });
  shadow.innerHTML = `<style>${PICTURE_CSS}</style><div></div>`;
  const drawn = /** @type {HTMLElement} */ (shadow.lastElementChild);
  const over = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  over.setAttribute("class", "over");
  over.setAttribute("aria-hidden", "true");
  shadow.append(over);

  let wide = Infinity, shown = "";
  const width = new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width || wide === contentRect.width) return;
    wide = contentRect.width;
    redraw();
  });
  width.observe(place);
  const svg = () => /** @type {SVGSVGElement | null} */ (drawn.querySelector("svg"));
  const units = (/** @type {string[]} */ [start = ""]) => Number(start.match(/viewBox="\S+ \S+ (\S+)/)?.[1] ?? 0);
  // The drawing for the width there is.
  /** @param {View} view */
  const piecesOf = (view) => (view.narrow.length && wide < LEAST * units(view.svg) ? view.narrow : view.svg);

  return {
    place, stage, host, drawn, over, svg, piecesOf,
    // From a point of the window to one of the picture.
    /** @param {{ clientX: number, clientY: number }} event @returns {Point} */
    pointAt({ clientX, clientY }) {
      const { left, top, width: across, height } = stage.getBoundingClientRect(), box = over.viewBox.baseVal;
      return { x: box.x + (clientX - left) / across * box.width, y: box.y + (clientY - top) / height * box.height };
    },
    /** @param {View} view @param {boolean} glides */
    draw(view, glides) {
      place.hidden = view.svg.length === 0;
      const text = piecesOf(view).join("");
      if (text !== shown) {
        const before = over.getAttribute("viewBox");
        motion.leave(glides ? svg() : null);
        drawn.innerHTML = text;
        const box = svg()?.getAttribute("viewBox") ?? "0 0 1 1", [, , across, down] = numbersIn(box);
        over.setAttribute("viewBox", box);
        stage.style.setProperty("--cl-ratio", String(across / down));
        if (before === box) motion.arrive(svg());
      }
      shown = text;
      svg()?.setAttribute("role", "img");
      svg()?.setAttribute("aria-label", view.description);
    },
    stop: () => width.disconnect(),
  };
}
